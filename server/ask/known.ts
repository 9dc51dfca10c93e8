/** Answers about one thing, and about two: a profile, and how they are related. */
import { acceptedOnly, isAccepted } from './accepted.ts'
import { stages } from '../model/stage.ts'
import { metricsOf } from '../read/metrics.ts'
import { neighbors } from '../read/neighbors.ts'
import { paths } from '../read/paths.ts'
import type { Result } from './answer.ts'
import { countSources, entitiesOf, type Asked } from './asked.ts'
import { mostRelationships } from './evaluate.ts'
import { nameIn } from './describe.ts'
import type { Plan } from './plan.ts'
import { describeEntity, factText, notStated, sourcesText } from './sentences.ts'

/** The most facts of an entity that its profile shows. */
const profileFacts = 50

/** What is known of one thing. */
export const respondProfile = async (
  asked: Asked,
  plan: Extract<Plan, { kind: 'profile' }>,
): Promise<Result> => {
  const entity = plan.of.kind === 'named' ? plan.of.mention.entities[0] : undefined
  if (entity === undefined) return { kind: 'NOT_STATED', text: '' }
  const [{ relationships }, [stated = []]] = await Promise.all([
    neighbors(asked.store, { of: [entity.id], direction: 'BOTH', where: acceptedOnly, first: profileFacts }),
    metricsOf(asked.store, [entity.id]),
  ])
  const sources = await countSources(asked, relationships)
  return {
    kind: 'STATED',
    text: describeEntity({
      entity,
      relationships,
      catalog: asked.catalog,
      sources,
      language: asked.language,
    }),
    entities: [entity],
    relationships,
    metrics: stated.filter(isAccepted),
  }
}

/** How far apart two things may be for their relation to be told. */
const longestPath = 4
const mostPaths = 5
/** How many facts a sentence tells. */
const toldFacts = 6

/** How two things are related: directly, else by the shortest ways between them. */
export const respondBetween = async (
  asked: Asked,
  plan: Extract<Plan, { kind: 'between' }>,
): Promise<Result> => {
  const [one] = plan.one.kind === 'named' ? plan.one.mention.entities : []
  const [other] = plan.other.kind === 'named' ? plan.other.mention.entities : []
  const zh = asked.language === 'zh'
  if (one === undefined || other === undefined || one.id === other.id)
    return {
      kind: 'NOT_STATED',
      text: notStated(asked.vocabulary, zh ? '两者的关系' : 'a relation', asked.language),
    }
  const around = await neighbors(asked.store, {
    of: [one.id],
    direction: 'BOTH',
    // Also what has ended: that, too, is how the two are related.
    where: { ...acceptedOnly, stages },
    first: mostRelationships,
  })
  const direct = around.relationships.filter(({ start, end }) => start === other.id || end === other.id)
  const found =
    direct.length > 0
      ? []
      : await paths(asked.store, {
          from: one.id,
          to: other.id,
          maxLength: longestPath,
          where: acceptedOnly,
          first: mostPaths,
        })
  const facts = [
    ...new Map(
      [...direct, ...found.flatMap((path) => path.relationships)].map((fact) => [fact.id, fact]),
    ).values(),
  ]
  if (facts.length === 0) {
    const what = zh
      ? `${one.name}与${other.name}之间的关系（${longestPath.toString()}步以内）`
      : `a relation between ${one.name} and ${other.name}`
    return {
      kind: 'NOT_STATED',
      text: `${notStated(asked.vocabulary, what, asked.language)}${zh ? '。' : '.'}`,
    }
  }
  const sources = await countSources(asked, facts)
  const ids = direct.length > 0 ? [one.id, other.id] : [...new Set(found.flatMap((path) => path.entities))]
  const told = facts.slice(0, toldFacts).map((fact) => factText(fact, asked.catalog, asked.language))
  const pair = `${nameIn(one, asked.language)}${zh ? '与' : ' and '}${nameIn(other, asked.language)}`
  const steps = (found[0]?.relationships.length ?? 0).toString()
  const lead =
    direct.length > 0
      ? zh
        ? `资料写明的${pair}的关系是`
        : `${pair} are directly related`
      : zh
        ? `资料没有写明${pair}的直接关系，两者最近的联系有${steps}步`
        : `${pair} are related through others`
  const text = zh
    ? `${lead}：${told.join('；')}。${sourcesText(sources, 'zh')}。`
    : `${lead}: ${told.join('; ')}. ${sourcesText(sources, 'en')}.`
  return { kind: 'STATED', text, entities: entitiesOf(asked, ids), relationships: facts }
}
