/** What the rules mean: each action builds part of a plan from what its slots hold, or refuses it. */
import type { Label } from '../model/model.ts'
import { lexicon, type Element, type Rule } from './grammar.ts'
import type { Token } from './lattice.ts'
import type { Limits, Mention, Plan, SetPlan } from './plan.ts'
import { relationOf, type RelationName } from './relations.ts'

/** What a part of the chart holds. */
export type Value =
  | { readonly kind: 'word' }
  | { readonly kind: 'set'; readonly set: SetPlan }
  | { readonly kind: 'head'; readonly labels: readonly Label[] }
  | { readonly kind: 'product'; readonly text: string; readonly mention: Mention | null }
  | { readonly kind: 'metric'; readonly name: string }
  | { readonly kind: 'counted'; readonly relation: RelationName | null; readonly head: Label | null }
  | { readonly kind: 'plan'; readonly plan: Plan }

export type Bindings = Readonly<Record<string, Value>>

/** The parts a token is by itself. */
export const valuesOf = (token: Token): readonly { readonly symbol: string; readonly value: Value }[] => {
  const { mention } = token
  const isProduct = mention?.entities.some(({ label }) => label === 'Product') ?? false
  const heads = token.senses.flatMap((sense) => (sense.kind === 'head' ? [sense.label] : []))
  const set: Value | null = mention === null ? null : { kind: 'set', set: { kind: 'named', mention } }
  return [
    ...(set === null
      ? []
      : [
          { symbol: 'name', value: set },
          { symbol: 'noun', value: set },
        ]),
    ...(heads.length > 0 ? [{ symbol: 'head', value: { kind: 'head', labels: heads } as const }] : []),
    ...token.senses.flatMap((sense) =>
      sense.kind === 'product'
        ? [{ symbol: 'product', value: { kind: 'product', text: sense.name, mention: null } as const }]
        : [],
    ),
    ...(token.product !== null || isProduct
      ? [
          {
            symbol: 'product',
            value: { kind: 'product', text: token.text, mention: isProduct ? mention : null } as const,
          },
        ]
      : []),
    ...(token.isMetric || token.senses.some(({ kind }) => kind === 'metric')
      ? [{ symbol: 'metric', value: { kind: 'metric', name: token.text } as const }]
      : []),
  ]
}

/** The labels that what a set describes may have. */
export const labelsOf = (set: SetPlan): readonly Label[] => {
  switch (set.kind) {
    case 'named':
      return [...new Set(set.mention.entities.map(({ label }) => label))]
    case 'product':
      return ['Product']
    case 'all':
      return set.labels
    case 'related':
      return relationOf(set.relation).labels
    case 'both': {
      const [first = [], ...rest] = set.sets.map(labelsOf)
      return first.filter((label) => rest.every((labels) => labels.includes(label)))
    }
    case 'either':
      return [...new Set(set.sets.flatMap(labelsOf))]
    case 'without':
      return labelsOf(set.set)
  }
}

/** The set with each of its names narrowed to the labels that its place allows; null where none is left. */
const narrowed = (set: SetPlan, labels: readonly Label[]): SetPlan | null => {
  switch (set.kind) {
    case 'named': {
      const entities = set.mention.entities.filter(({ label }) => labels.includes(label))
      return entities.length === 0 ? null : { kind: 'named', mention: { ...set.mention, entities } }
    }
    case 'either': {
      const sets = set.sets.map((one) => narrowed(one, labels))
      const left = sets.filter((one) => one !== null)
      return left.length === sets.length ? { ...set, sets: left } : null
    }
    default:
      return labelsOf(set).some((label) => labels.includes(label)) ? set : null
  }
}

/** Whether a slot takes a value. */
export const slotAllows = (element: Element, value: Value): boolean => {
  if (element.kind === 'word' || element.labels === null) return true
  if (value.kind === 'head') return value.labels.some((label) => element.labels?.includes(label))
  return value.kind !== 'set' || narrowed(value.set, element.labels) !== null
}

const setIn = (bindings: Bindings, role: string): SetPlan | null => {
  const value = bindings[role]
  if (value?.kind === 'set') return value.set
  if (value?.kind === 'product') return { kind: 'product', text: value.text, mention: value.mention }
  return null
}

const headIn = (bindings: Bindings): readonly Label[] | null => {
  const value = bindings['head']
  return value?.kind === 'head' ? value.labels : null
}

const limitsIn = (bindings: Bindings): Limits => {
  const product = bindings['product']
  return product?.kind === 'product' ? { product: product.text } : {}
}

const ofSet = (set: SetPlan | null): Value | null => (set === null ? null : { kind: 'set', set })
const ofPlan = (plan: Plan | null): Value | null => (plan === null ? null : { kind: 'plan', plan })

/** What lies in a place, once it is known what is looked for there. */
const insideAs = (set: SetPlan, labels: readonly Label[]): SetPlan | null =>
  set.kind === 'related' && set.relation === 'inside' ? placedIn(set.of, labels, set.limits) : null

/** A set cut down to the kinds of a head word; null where it holds none of them. */
const headed = (set: SetPlan, head: readonly Label[] | null): SetPlan | null => {
  if (head === null) return set
  const inside = insideAs(set, head)
  if (inside !== null) return inside
  const own = labelsOf(set)
  const kept = own.filter((label) => head.includes(label))
  if (kept.length === 0) return null
  return kept.length === own.length ? set : { kind: 'both', sets: [{ kind: 'all', labels: kept }, set] }
}

const both = (one: SetPlan | null, other: SetPlan | null): SetPlan | null => {
  if (one === null || other === null) return null
  const set: SetPlan = {
    kind: 'both',
    sets: [insideAs(one, labelsOf(other)) ?? one, insideAs(other, labelsOf(one)) ?? other],
  }
  return labelsOf(set).length > 0 ? set : null
}

/** The place around companies, parks, projects … that a name with a preposition or an attribute means. */
const placedIn = (place: SetPlan, labels: readonly Label[], limits: Limits = {}): SetPlan | null => {
  const found = insideRelations.find(([label]) => labels.includes(label))
  return found === undefined ? null : related(found[1], place, limits)
}

const insideRelations: readonly (readonly [Label, RelationName])[] = [
  ['Company', 'companiesIn'],
  ['Project', 'projectsIn'],
  ['Institution', 'institutionsIn'],
  ['Park', 'parksIn'],
  ['Cluster', 'clustersIn'],
]

const related = (relation: RelationName, of: SetPlan | null, limits: Limits): SetPlan | null => {
  if (of === null) return null
  const { of: allowed } = relationOf(relation)
  const fitting = narrowed(of, [...allowed, ...(relation === 'suppliers' ? ['Product' as const] : [])])
  return fitting === null ? null : { kind: 'related', relation, of: fitting, limits }
}

const genitive = (of: SetPlan | null, head: readonly Label[] | null): SetPlan | null => {
  if (of === null || head === null) return null
  const own = labelsOf(of)
  const found = lexicon.genitive.find(
    (pair) => head.includes(pair.head) && own.some((label) => pair.of.includes(label)),
  )
  if (found === undefined) return null
  const fitting = narrowed(of, found.of)
  return fitting === null ? null : related(found.relation, fitting, {})
}

const namedOnly = (set: SetPlan | null): SetPlan | null =>
  set !== null && (set.kind === 'named' || set.kind === 'either') ? set : null

const member = (subject: SetPlan | null, set: SetPlan | null): Plan | null => {
  if (subject?.kind !== 'named' || set === null) return null
  const asked = insideAs(set, labelsOf(subject)) ?? set
  const fitting = narrowed(subject, labelsOf(asked))
  return fitting === null ? null : { kind: 'member', subject: fitting, set: asked }
}

const isBare = (set: SetPlan): boolean => set.kind === 'named' || set.kind === 'product' || set.kind === 'all'

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

const mostRelated = (bindings: Bindings): Plan | null => {
  const head = headIn(bindings)
  const around = setIn(bindings, 'of')
  const given = setIn(bindings, 'among') ?? (around === null ? null : genitive(around, head))
  if (around !== null && given === null) return null
  // 给最多企业供货 counts customers without a word for them.
  const counted: Value = bindings['counted'] ?? { kind: 'counted', relation: 'customers', head: null }
  const fallback: readonly Label[] =
    counted.kind === 'counted' && counted.relation !== null
      ? counted.relation === 'supported'
        ? ['Policy']
        : ['Company']
      : ['Park', 'Cluster']
  const within = given === null ? null : headed(given, head)
  if (given !== null && within === null) return null
  const labels = within === null ? (head ?? fallback) : labelsOf(within)
  const found = countedRelation(labels, counted)
  if (found === null) return null
  const among: SetPlan = within ?? { kind: 'all', labels: [found.among] }
  return { kind: 'most', among, by: found.relation, limits: {}, first: 1 }
}

const mostMetric = (bindings: Bindings): Plan | null => {
  const metric = bindings['metric']
  const head = headIn(bindings)
  const around = setIn(bindings, 'of')
  if (metric?.kind !== 'metric' || head === null) return null
  const among: SetPlan | null = around === null ? { kind: 'all', labels: head } : genitive(around, head)
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
}

const countedOf = (rule: Rule, bindings: Bindings): Value | null => {
  const head = headIn(bindings)
  const [first] = rule.elements
  if (head !== null) return { kind: 'counted', relation: null, head: head[0] ?? null }
  const relation = first?.kind === 'word' ? countedWords[first.symbol] : undefined
  return relation === undefined ? null : { kind: 'counted', relation, head: null }
}

/** A question that lists a set; a bare name lists nothing. */
const listed = (set: SetPlan | null, head: readonly Label[] | null): Plan | null => {
  if (set === null || isBare(set)) return null
  const kept = headed(insideAs(set, head ?? ['Company']) ?? set, head)
  return kept === null ? null : { kind: 'list', set: kept }
}

const asSetOrPlan = (rule: Rule, set: SetPlan | null, head: readonly Label[] | null): Value | null =>
  rule.makes === 'ask' ? ofPlan(listed(set, head)) : ofSet(set === null ? null : headed(set, head))

const placedSet = (bindings: Bindings): SetPlan | null => {
  const place = setIn(bindings, 'of')
  const inner = setIn(bindings, 'a') ?? setIn(bindings, 'b')
  const head = headIn(bindings)
  if (place === null || inner === null || isBare(inner)) return null
  const kept = headed(inner, head)
  return kept === null ? null : both(kept, placedIn(place, labelsOf(kept)))
}

const withoutSet = (bindings: Bindings): SetPlan | null => {
  const set = setIn(bindings, 'a')
  if (set === null || isBare(set)) return null
  const place = setIn(bindings, 'of')
  const said = setIn(bindings, 'b')
  const minus =
    said === null
      ? place === null
        ? null
        : placedIn(place, labelsOf(set))
      : (insideAs(said, labelsOf(set)) ?? said)
  return minus === null || !labelsOf(set).some((label) => labelsOf(minus).includes(label))
    ? null
    : { kind: 'without', set, minus }
}

/** 理想在武进的供应商: a relation, its results narrowed to a place. */
const relatedIn = (rule: Rule, bindings: Bindings): SetPlan | null => {
  const place = setIn(bindings, 'place')
  if (rule.relation === null || place === null) return null
  const set = related(rule.relation, setIn(bindings, 'of'), limitsIn(bindings))
  return set === null ? null : both(set, placedIn(place, labelsOf(set)))
}

/** 除甲以外: what is described, without one that is named. */
const exceptNamed = (bindings: Bindings): SetPlan | null => {
  const minus = setIn(bindings, 'x')
  const company = setIn(bindings, 'c')
  const set = setIn(bindings, 'a') ?? (company === null ? null : related('suppliers', company, {}))
  if (set === null || isBare(set) || minus?.kind !== 'named') return null
  const fitting = narrowed(minus, labelsOf(set))
  return fitting === null ? null : { kind: 'without', set, minus: fitting }
}

const bothOf = (bindings: Bindings): SetPlan | null => {
  const one = setIn(bindings, 'a')
  const place = setIn(bindings, 'of')
  const other =
    setIn(bindings, 'b') ?? (place === null || one === null ? null : placedIn(place, labelsOf(one)))
  return one === null || isBare(one) ? null : both(one, other)
}

/** 甲和乙, 甲或乙, 甲、乙和丙: names side by side. */
const joined = (join: 'unsaid' | 'any', one: SetPlan | null, other: SetPlan | null): SetPlan | null => {
  if (one?.kind !== 'named' || other === null) return null
  if (other.kind === 'named') return { kind: 'either', join, sets: [one, other] }
  return other.kind === 'either' && other.join === join
    ? { kind: 'either', join, sets: [one, ...other.sets] }
    : null
}

const memberOfPlace = (subject: SetPlan | null, of: SetPlan | null): Value | null => {
  if (subject?.kind !== 'named' || of?.kind !== 'named') return null
  const own = labelsOf(subject)
  const around = labelsOf(of)
  const set = around.includes('Cluster')
    ? related('companiesOf', of, {})
    : around.includes('Company')
      ? related('subsidiaries', of, {})
      : placedIn(of, own)
  return ofPlan(member(subject, set))
}

/** The value that a rule makes of what its slots hold; null where it makes no sense. */
export const apply = (rule: Rule, bindings: Bindings): Value | null => {
  const head = headIn(bindings)
  switch (rule.action) {
    case 'related': {
      if (rule.relation === null) return null
      const set = related(rule.relation, setIn(bindings, 'of'), limitsIn(bindings))
      const product = bindings['of']?.kind === 'product'
      return asSetOrPlan(rule, set, product && head?.includes('Company') ? ['Company'] : head)
    }
    case 'genitive':
      return asSetOrPlan(rule, genitive(setIn(bindings, 'of'), head), head)
    case 'headed': {
      const clause = setIn(bindings, 'clause')
      return clause === null || head === null ? null : ofSet(headed(clause, head))
    }
    case 'nominal':
      return ofSet(setIn(bindings, 'clause'))
    case 'both':
      return asSetOrPlan(rule, bothOf(bindings), head)
    case 'placedProduct': {
      const place = setIn(bindings, 'of')
      return place === null
        ? null
        : ofPlan(
            listed(
              both(related('makers', setIn(bindings, 'product'), {}), placedIn(place, ['Company'])),
              null,
            ),
          )
    }
    case 'placed':
      return asSetOrPlan(rule, placedSet(bindings), null)
    case 'relatedIn':
      return asSetOrPlan(rule, relatedIn(rule, bindings), head)
    case 'except':
      return asSetOrPlan(rule, exceptNamed(bindings), head)
    case 'mostMetric':
      return ofPlan(mostMetric(bindings))
    case 'without':
      return asSetOrPlan(rule, withoutSet(bindings), head)
    case 'joined':
      return ofSet(joined('unsaid', setIn(bindings, 'a'), setIn(bindings, 'b')))
    case 'chosen':
      return ofSet(joined('any', setIn(bindings, 'a'), setIn(bindings, 'b')))
    case 'counted':
      return countedOf(rule, bindings)
    case 'list':
      return ofPlan(listed(setIn(bindings, 'set'), head))
    case 'narrowed': {
      const a = setIn(bindings, 'a')
      return a === null || isBare(a) ? null : ofPlan(listed(both(a, setIn(bindings, 'b')), head))
    }
    case 'member':
      return ofPlan(member(setIn(bindings, 'subject'), setIn(bindings, 'set')))
    case 'memberOfPlace':
      return memberOfPlace(setIn(bindings, 'subject'), setIn(bindings, 'of'))
    case 'profile': {
      const of = namedOnly(setIn(bindings, 'of'))
      if (of?.kind !== 'named') return null
      const fitting = head === null ? of : narrowed(of, head)
      return fitting === null ? null : ofPlan({ kind: 'profile', of: fitting })
    }
    case 'between': {
      const [one, other] = [namedOnly(setIn(bindings, 'one')), namedOnly(setIn(bindings, 'other'))]
      return one?.kind === 'named' && other?.kind === 'named' ? ofPlan({ kind: 'between', one, other }) : null
    }
    case 'mostRelated':
      return ofPlan(mostRelated(bindings))
    case 'metric': {
      const metric = bindings['metric']
      const of = setIn(bindings, 'of')
      const growth = rule.elements.some((element) => element.kind === 'word' && element.symbol === '增速')
      if (metric?.kind !== 'metric' || of?.kind !== 'named') return null
      return ofPlan({ kind: 'metric', of, name: metric.name, period: null, planned: false, growth })
    }
  }
}
