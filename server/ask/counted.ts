/** What rankings count, and among whom. */
import type { Label } from '../model/model.ts'
import type { Rule } from './grammar.ts'
import { lexicon } from './lexicon.ts'
import type { Plan, SetPlan } from './plan.ts'
import { relationOf, type RelationName } from './relations.ts'
import { genitive, headed } from './sets.ts'
import { headIn, labelsOf, setIn, type Bindings, type Value } from './values.ts'

/** What is counted of what, for 最多: 供应商 of companies, 企业 of parks. */
const countedRelation = (
  among: readonly Label[],
  counted: Value | undefined,
): { readonly relation: RelationName; readonly among: Label } | null => {
  if (counted?.kind !== 'counted') return null
  if (counted.relation !== null) {
    const { of } = relationOf(counted.relation)
    const label = among.find((one) => of.includes(one))
    return label === undefined ? null : { relation: counted.relation, among: label }
  }
  const pair = lexicon.genitive.find(
    (one) => one.head === counted.head && one.of.some((label) => among.includes(label)),
  )
  const label = pair?.of.find((one) => among.includes(one))
  return pair === undefined || label === undefined ? null : { relation: pair.relation, among: label }
}

/** Whom a ranking without a word for them is among: companies, or the one kind that a relation is asked of; else nobody. */
const whoseMost = (relation: RelationName): readonly Label[] => {
  const { of } = relationOf(relation)
  return of.includes('Company') ? ['Company'] : of.length === 1 ? of : []
}

/** Whoever has the most of something. */
export const mostRelated = (bindings: Bindings): Plan | null => {
  const head = headIn(bindings)
  const around = setIn(bindings, 'of')
  const given = setIn(bindings, 'among') ?? (around === null ? null : genitive(around, head))
  if (around !== null && given === null) return null
  // 给最多企业供货 counts customers without a word for them.
  const counted: Value = bindings['counted'] ?? { kind: 'counted', relation: 'customers', head: null }
  const fallback: readonly Label[] =
    counted.kind === 'counted' && counted.relation !== null
      ? whoseMost(counted.relation)
      : ['Park', 'Cluster']
  const within = given === null ? null : headed(given, head)
  // Nothing is the most of one.
  if ((given !== null && within === null) || within?.kind === 'named') return null
  const labels = within === null ? (head?.labels ?? fallback) : labelsOf(within)
  const found = countedRelation(labels, counted)
  if (found === null) return null
  // The widest region would always have the most.
  if (within === null && found.among === 'Region') return null
  const among: SetPlan = within ?? { kind: 'all', labels: [found.among] }
  return { kind: 'most', among, by: found.relation, limits: {}, first: 1 }
}

/** Whoever has the highest figure. */
export const mostMetric = (bindings: Bindings): Plan | null => {
  const metric = bindings['metric']
  const head = headIn(bindings)
  const around = setIn(bindings, 'of')
  if (metric?.kind !== 'metric' || head === null) return null
  const among: SetPlan | null =
    around === null ? { kind: 'all', labels: head.labels } : genitive(around, head)
  return among === null ? null : { kind: 'mostMetric', among, name: metric.name }
}

const countedWords: Readonly<Record<string, RelationName>> = {
  供应商: 'suppliers',
  客户: 'customers',
  子公司: 'subsidiaries',
  合作伙伴: 'partners',
  投资方: 'investors',
  投资对象: 'investments',
  对象: 'supported',
  合作: 'partners',
  出台: 'issued',
}

/** What a ranking counts: a relation by its noun, or a kind of thing. */
export const countedOf = (rule: Rule, bindings: Bindings): Value | null => {
  const head = headIn(bindings)
  const [first] = rule.elements
  const relation = first?.kind === 'word' ? countedWords[first.symbol] : undefined
  if (relation !== undefined) return { kind: 'counted', relation, head: null }
  return head === null ? null : { kind: 'counted', relation: null, head: head.labels[0] ?? null }
}
