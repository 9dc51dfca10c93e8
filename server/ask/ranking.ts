/** Answers to questions for the most: counted over all that compete, ties listed together. */
import { acceptedOnly } from './accepted.ts'
import { listEntities } from '../read/entities.ts'
import { neighbors } from '../read/neighbors.ts'
import type { Relationship } from '../read/relationship.ts'
import type { Result } from './answer.ts'
import { listNames, nameIn } from './describe.ts'
import { nounZh } from './describeZh.ts'
import { kindOf } from './kinds.ts'
import { evaluate } from './evaluate.ts'
import { lexicon } from './lexicon.ts'
import type { Plan } from './plan.ts'
import { relationOf } from './relations.ts'
import type { Asked } from './asked.ts'
import { notStated } from './sentences.ts'

/** The most relationships that are counted to rank. */
const mostCounted = 20_000
/** Of all companies of the graph, so many of the first are counted again: ties beyond are not told. */
const mostTied = 20

type Most = Extract<Plan, { kind: 'most' }>

/** Who competes: the set described, or of all companies those that a list ordered by the same count begins with. */
const competing = async (asked: Asked, plan: Most): Promise<readonly string[]> => {
  if (plan.among.kind !== 'all') return [...(await evaluate(asked, plan.among)).keys()]
  const order = plan.by === 'suppliers' ? 'SUPPLIERS' : plan.by === 'customers' ? 'CUSTOMERS' : null
  const list = await listEntities(asked.store, asked.catalog, {
    where: { labels: plan.among.labels, inside: [] },
    orderBy: order ?? 'NAME',
  })
  return (order === null ? list : list.slice(0, mostTied)).map(({ id }) => id)
}

/** What each of these is counted by: the different things its relation leads to, with the facts. */
const countFor = async (asked: Asked, plan: Most, ids: readonly string[]) => {
  const relation = relationOf(plan.by)
  const insideOf = new Map(ids.map((id) => [id, relation.within === true ? asked.catalog.within(id) : [id]]))
  const anchors = [...new Set([...insideOf.values()].flat())]
  const { stages, asOf } = plan.limits
  const { relationships } = await neighbors(asked.store, {
    of: anchors,
    direction: relation.direction,
    where: {
      ...acceptedOnly,
      types: relation.types,
      ...(stages ? { stages } : {}),
      ...(asOf === undefined ? {} : { asOf }),
    },
    first: mostCounted,
  })
  return ids.map((id) => {
    const inside = new Set(insideOf.get(id) ?? [])
    const reached = new Map<string, Relationship>()
    for (const fact of relationships)
      for (const [known, other, way] of [
        [fact.start, fact.end, 'OUT'],
        [fact.end, fact.start, 'IN'],
      ] as const) {
        const label = asked.catalog.get(other)?.label
        const fits = relation.direction === 'BOTH' || relation.direction === way
        if (fits && inside.has(known) && label !== undefined && relation.labels.some((one) => one === label))
          reached.set(other, fact)
      }
    return { id, count: reached.size, facts: [...reached.values()] }
  })
}

/** Who has the most of what: 客户最多的企业, 常州市的园区中企业最多的. */
const mostZh = ({ among, by, limits }: Most): string => {
  const counted = `${(limits.stages ?? []).length > 0 ? '所问阶段的' : ''}${lexicon.phrases[by]?.counted ?? '对象'}最多的`
  return among.kind === 'all' ? counted + nounZh(among) : `${nounZh(among)}中${counted}`
}

/** How many each has: 有8家, 各有8家, 分别有24家、5家. */
const countsZh = ({ by }: Most, counts: readonly number[]): string => {
  const { measure } = kindOf(relationOf(by).labels[0] ?? 'Company')
  const [first = 0, ...others] = counts
  if (others.length === 0) return `有${first.toString()}${measure}`
  return others.every((count) => count === first)
    ? `各有${first.toString()}${measure}`
    : `分别有${counts.map((count) => count.toString() + measure).join('、')}`
}

/** Whoever has the most, with the count as value. */
export const respondMost = async (asked: Asked, plan: Most): Promise<Result> => {
  const counted = await countFor(asked, plan, await competing(asked, plan))
  const most = Math.max(0, ...counted.map(({ count }) => count))
  const bar = [...counted.map(({ count }) => count)].sort((left, right) => right - left)[plan.first - 1] ?? 0
  const first = counted
    .filter(({ count }) => count > 0 && count >= (plan.first === 1 ? most : bar))
    .sort((left, right) => right.count - left.count || (left.id < right.id ? -1 : 1))
  const what = nounZh({ kind: 'related', relation: plan.by, of: plan.among, limits: plan.limits })
  const end = asked.language === 'zh' ? '。' : '.'
  if (most === 0)
    return { kind: 'NOT_STATED', text: `${notStated(asked.vocabulary, what, asked.language)}${end}` }
  const entities = first.flatMap(({ id }) => asked.catalog.get(id) ?? [])
  const names = listNames(
    entities.map((entity) => nameIn(entity, asked.language)),
    asked.language,
  )
  const text =
    asked.language === 'zh'
      ? `按资料所写，${mostZh(plan)}是${names}，${countsZh(
          plan,
          first.map(({ count }) => count),
        )}；资料没有写到的不计。`
      : `By what is stated, ${names} ${entities.length > 1 ? 'have' : 'has'} the most: ${most.toString()}.`
  return {
    kind: 'STATED',
    text,
    entities,
    relationships: first.flatMap(({ facts }) => facts),
    value: plan.first === 1 ? most : null,
  }
}
