/** From a plan to its answer: reads, counts, and says what was found. */
import type { Entity } from '../names/catalog.ts'
import { otherEnd, type Relationship } from '../read/relationship.ts'
import type { Result } from './answer.ts'
import { countSources, entitiesOf, type Asked } from './asked.ts'
import { listNames, nameIn, noun } from './describe.ts'
import { kindOf } from './kinds.ts'
import { clauseZh, nounZh, toldZh } from './describeZh.ts'
import { evaluate, inOrder, leadingFact, mostRelationships, type Found } from './evaluate.ts'
import { respondMetric, respondMostMetric } from './figures.ts'
import { respondBetween, respondProfile } from './known.ts'
import type { Plan, SetPlan } from './plan.ts'
import { possibleInstead } from './possibility.ts'
import { respondPossible } from './possible.ts'
import { respondMost } from './ranking.ts'
import { notStated, sourcesText, stagesText } from './sentences.ts'
import { respondSupplied } from './supplied.ts'
import { labelsOf } from './values.ts'

/** The most entities an answer lists. */
export const mostEntities = 1_000

const factsOf = (found: Found, ids: readonly string[]): readonly Relationship[] =>
  [
    ...new Map(
      ids.flatMap((id) => (found.get(id)?.all ?? []).map((fact) => [fact.id, fact] as const)),
    ).values(),
  ].slice(0, mostRelationships)

/** Whether a set is asked for as customers, whatever narrows it. */
const areCustomers = (set: SetPlan): boolean =>
  set.kind === 'related'
    ? set.relation === 'customers' || set.relation === 'users'
    : set.kind === 'both'
      ? set.sets.some(areCustomers)
      : set.kind === 'without' && areCustomers(set.set)

/** What a set holds as an answer: customers are companies; a train or a car stands for one only where no company is stated. */
const evaluateAsked = async (asked: Asked, set: SetPlan): Promise<Found> => {
  const found = await evaluate(asked, set)
  if (!areCustomers(set)) return found
  const companies = [...found].filter(([id]) => asked.catalog.get(id)?.label === 'Company')
  return companies.length > 0 ? new Map(companies) : found
}

/** The same set asked of the subsidiaries of the company it is asked of; null where it is not asked of one. */
const ofSubsidiaries = (set: SetPlan): SetPlan | null => {
  if (set.kind === 'both') {
    const sets = set.sets.map((one) => ofSubsidiaries(one) ?? one)
    return sets.some((one, index) => one !== set.sets[index]) ? { ...set, sets } : null
  }
  if (set.kind === 'without') {
    const inner = ofSubsidiaries(set.set)
    return inner === null ? null : { ...set, set: inner }
  }
  if (set.kind !== 'related' || (set.relation !== 'suppliers' && set.relation !== 'customers')) return null
  if (set.of.kind !== 'named' || set.limits.depth !== undefined) return null
  return { ...set, of: { kind: 'related', relation: 'subsidiaries', of: set.of, limits: {} } }
}

/** The ids of what a set is asked of. */
const targetsOf = (set: SetPlan): ReadonlySet<string> =>
  new Set(
    (set.kind === 'both' ? set.sets : [set]).flatMap((one) =>
      one.kind === 'related' && one.of.kind === 'named' ? one.of.mention.entities.map(({ id }) => id) : [],
    ),
  )

/** What only subsidiaries state, said apart: the sentence and its facts. */
const apartFrom = async (asked: Asked, set: SetPlan, found: Found, subject?: string) => {
  const plan = ofSubsidiaries(set)
  const apart = plan === null ? new Map<string, never>() : await evaluate(asked, plan)
  const own = plan === null ? new Set<string>() : targetsOf(set)
  const ids = inOrder(apart).filter(
    (id) => !found.has(id) && !own.has(id) && (subject === undefined || id === subject),
  )
  if (ids.length === 0) return { text: '', facts: [] }
  const facts = factsOf(apart, ids)
  const supplies = facts.filter(({ type }) => type === 'SUPPLIES')
  const told = ids.map((id) => {
    const others = supplies
      .filter(({ start, end }) => start === id || end === id)
      .map((fact) => otherEnd(fact, id))
    const names = entitiesOf(asked, [...new Set(others)]).map(({ name }) => name)
    return asked.language === 'zh'
      ? `${asked.catalog.get(id)?.name ?? ''}（对方是子公司${names.join('、')}）`
      : `${asked.catalog.get(id)?.name ?? ''} (with the subsidiary ${names.join(', ')})`
  })
  const text =
    asked.language === 'zh'
      ? `；另有只写到其子公司的：${listNames(told, 'zh')}，未计入`
      : `; stated of its subsidiaries only, not counted: ${listNames(told, 'en')}`
  return { text, facts }
}

const countText = (asked: Asked, set: SetPlan, count: number): string => {
  const [label] = labelsOf(set)
  const kind = kindOf(label ?? 'Company')
  return asked.language === 'zh'
    ? `${count.toString()}${labelsOf(set).length > 1 ? '个' : kind.measure}`
    : count.toString()
}

/** The set as it is put in words: by the one kind of thing that it turned out to hold. */
const wordedBy = (set: SetPlan, entities: readonly Entity[]): SetPlan => {
  const [label, ...others] = new Set(entities.map((entity) => entity.label))
  return label === undefined || others.length > 0 || labelsOf(set).length < 2
    ? set
    : { kind: 'both', sets: [{ kind: 'all', labels: [label] }, set] }
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** The answer of a set that holds something; `counts` where it is asked how many. */
const stated = async (asked: Asked, set: SetPlan, found: Found, counts: boolean): Promise<Result> => {
  const ids = inOrder(found)
  const entities = entitiesOf(asked, ids.slice(0, mostEntities))
  const apart = await apartFrom(asked, set, found)
  const facts = factsOf(found, ids)
  const sources = await countSources(asked, facts)
  const worded = wordedBy(set, entities)
  const count = countText(asked, worded, ids.length)
  const names = listNames(
    entities.map((entity) => nameIn(entity, asked.language)),
    asked.language,
  )
  const stages = stagesText(
    ids.flatMap((id) => {
      const grounds = found.get(id)
      const fact = grounds === undefined ? undefined : leadingFact(grounds)
      const name = asked.catalog.get(id)?.name
      return fact === undefined || name === undefined ? [] : [{ name, stage: fact.stage }]
    }),
    asked.language,
  )
  const told = counts ? null : toldZh(set, names)
  const text =
    asked.language === 'zh'
      ? `资料写明${told ?? `${nounZh(worded, true)}有${count}：${names}`}${stages}。${sourcesText(sources, 'zh')}${apart.text}。`
      : `${capital(noun(set, 'en'))}, as stated (${count}): ${names}${stages}. ${sourcesText(sources, 'en')}${apart.text}.`
  return { kind: 'STATED', text, entities, relationships: [...facts, ...apart.facts] }
}

/** The set with nothing said of the product; null where none was said. */
const ofAnyProduct = (set: SetPlan): SetPlan | null => {
  if (set.kind === 'both') {
    const sets = set.sets.map((one) => ofAnyProduct(one) ?? one)
    return sets.some((one, index) => one !== set.sets[index]) ? { ...set, sets } : null
  }
  if (set.kind !== 'related' || set.limits.product === undefined) return null
  const limits = Object.fromEntries(Object.entries(set.limits).filter(([name]) => name !== 'product'))
  return { ...set, limits }
}

/** Which products are stated instead of the one asked for: it may be there in other words. */
const otherProducts = async (asked: Asked, set: SetPlan): Promise<string> => {
  const plan = ofAnyProduct(set)
  const found = plan === null ? new Map<string, never>() : await evaluate(asked, plan)
  const products = [...new Set(factsOf(found, inOrder(found)).flatMap(({ product }) => product ?? []))]
  if (products.length === 0) return ''
  return asked.language === 'zh'
    ? `；写明的产品是${listNames(products, 'zh')}`
    : `; products stated are ${listNames(products, 'en')}`
}

const nothingStated = async (asked: Asked, set: SetPlan): Promise<Result> => {
  const apart = await apartFrom(asked, set, new Map())
  const text = `${notStated(asked.vocabulary, noun(set, asked.language), asked.language)}${await otherProducts(asked, set)}${apart.text}${asked.language === 'zh' ? '。' : '.'}`
  return { kind: 'NOT_STATED', text, relationships: apart.facts }
}

const respondSet = async (
  asked: Asked,
  plan: Extract<Plan, { kind: 'list' | 'count' | 'exists' }>,
): Promise<Result> => {
  const found = await evaluateAsked(asked, plan.set)
  if (found.size === 0) {
    const instead = plan.kind === 'list' ? possibleInstead(plan.set) : null
    const leads = instead === null ? null : await respondPossible(asked, instead, false)
    if (leads?.kind === 'LEADS') return leads
    const value = plan.kind === 'list' ? {} : { value: 0 }
    return { ...(await nothingStated(asked, plan.set)), ...value }
  }
  const value = plan.kind === 'count' ? { value: found.size } : plan.kind === 'exists' ? { value: 1 } : {}
  const result = await stated(asked, plan.set, found, plan.kind === 'count')
  const yes = plan.kind === 'exists' ? (asked.language === 'zh' ? '有。' : 'Yes. ') : ''
  return { ...result, text: yes + result.text, ...value }
}

/** A yes/no question about one entity: yes where it is stated, otherwise not stated. */
const respondMember = async (asked: Asked, plan: Extract<Plan, { kind: 'member' }>): Promise<Result> => {
  const subject = plan.subject.kind === 'named' ? plan.subject.mention.entities[0] : undefined
  const found = await evaluate(asked, plan.set)
  if (subject === undefined) return nothingStated(asked, plan.set)
  const grounds = found.get(subject.id)
  const described = noun(plan.set, asked.language)
  const clause = clauseZh(plan.set)
  const said = subject.name + (clause ?? `是${nounZh(plan.set)}`)
  if (grounds === undefined) {
    const apart = await apartFrom(asked, plan.set, found, subject.id)
    const what = asked.language === 'zh' ? said : `that ${nameIn(subject, 'en')} is among the ${described}`
    const end = asked.language === 'zh' ? '。' : '.'
    return {
      kind: 'NOT_STATED',
      text: `${notStated(asked.vocabulary, what, asked.language)}${apart.text}${end}`,
      value: 0,
      relationships: apart.facts,
    }
  }
  const sources = await countSources(asked, grounds.all)
  const stage = leadingFact(grounds)?.stage ?? 'ACTIVE'
  const stages = stagesText([{ name: subject.name, stage }], asked.language, true)
  const text =
    asked.language === 'zh'
      ? `是，资料写明${said}${stages}。${sourcesText(sources, 'zh')}。`
      : `Yes, ${nameIn(subject, 'en')} is stated to be among the ${described}${stages}. ${sourcesText(sources, 'en')}.`
  return { kind: 'STATED', text, entities: [subject], relationships: grounds.all, value: 1 }
}

/** The answer to a plan. */
export const respond = async (asked: Asked, plan: Plan): Promise<Result> => {
  switch (plan.kind) {
    case 'list':
    case 'count':
    case 'exists':
      return respondSet(asked, plan)
    case 'member':
      return respondMember(asked, plan)
    case 'profile':
      return respondProfile(asked, plan)
    case 'between':
      return respondBetween(asked, plan)
    case 'supplied':
      return respondSupplied(asked, plan)
    case 'metric':
      return respondMetric(asked, plan)
    case 'most':
      return respondMost(asked, plan)
    case 'mostMetric':
      return respondMostMetric(asked, plan)
    case 'possible':
      return respondPossible(asked, plan)
  }
}
