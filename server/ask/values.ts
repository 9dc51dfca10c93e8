/** What the parts of a question hold while they are put together. */
import type { Label } from '../model/model.ts'
import type { Element } from './grammar.ts'
import type { NamedIndustry } from './industries.ts'
import type { Token } from './lattice.ts'
import type { Limits, Mention, Plan, SetPlan } from './plan.ts'
import { relationOf, type RelationName } from './relations.ts'

/** What a part of the chart holds. */
export type Value =
  | { readonly kind: 'word' }
  | { readonly kind: 'set'; readonly set: SetPlan }
  | { readonly kind: 'head'; readonly labels: readonly Label[]; readonly part: string | null }
  | { readonly kind: 'product'; readonly text: string; readonly mention: Mention | null }
  | { readonly kind: 'metric'; readonly name: string }
  | { readonly kind: 'industry'; readonly industry: NamedIndustry }
  | { readonly kind: 'counted'; readonly relation: RelationName | null; readonly head: Label | null }
  | { readonly kind: 'plan'; readonly plan: Plan }

export type Bindings = Readonly<Record<string, Value>>

/** The parts a token is by itself. */
export const valuesOf = (token: Token): readonly { readonly symbol: string; readonly value: Value }[] => {
  const { mention } = token
  const isProduct = mention?.entities.some(({ label }) => label === 'Product') ?? false
  const heads = token.senses.flatMap((sense) => (sense.kind === 'head' ? [sense] : []))
  const set: Value | null = mention === null ? null : { kind: 'set', set: { kind: 'named', mention } }
  return [
    ...(set === null
      ? []
      : [
          { symbol: 'name', value: set },
          { symbol: 'noun', value: set },
        ]),
    ...heads.map(({ label, part }) => ({
      symbol: 'head',
      value: { kind: 'head', labels: [label], part } as const,
    })),
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
    ...(token.industries.length === 0
      ? []
      : [
          {
            symbol: 'industry',
            value: {
              kind: 'industry',
              industry: {
                start: token.start,
                end: token.end,
                industries: token.industries,
                product: token.product === 'known' ? token.text : null,
                isNamed: mention?.entities.some(({ label }) => label === 'Cluster') === true,
              },
            } as const,
          },
        ]),
    ...(token.isMetric || token.senses.some(({ kind }) => kind === 'metric')
      ? [{ symbol: 'metric', value: { kind: 'metric', name: token.text } as const }]
      : []),
  ]
}

/** The clusters whose industry a token names, as what is described; null where it names none. */
export const clustersOf = ({ start, end, industries, mention }: Token): Value | null =>
  industries.length === 0 || mention?.entities.some(({ label }) => label === 'Cluster') === true
    ? null
    : {
        kind: 'set',
        set: {
          kind: 'named',
          mention: { start, end, entities: industries.map(({ cluster }) => cluster) },
        },
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
export const narrowed = (set: SetPlan, labels: readonly Label[]): SetPlan | null => {
  switch (set.kind) {
    case 'named': {
      const entities = set.mention.entities.filter(({ label }) => labels.includes(label))
      return entities.length === 0 ? null : { ...set, mention: { ...set.mention, entities } }
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

/** What a slot describes; null where it holds something else. */
export const setIn = (bindings: Bindings, role: string): SetPlan | null => {
  const value = bindings[role]
  if (value?.kind === 'set') return value.set
  if (value?.kind === 'product') return { kind: 'product', text: value.text, mention: value.mention }
  return null
}

/** A word for a kind of thing. */
export interface Head {
  readonly labels: readonly Label[]
  readonly part: string | null
}

/** The word for a kind of thing in a rule's slots. */
export const headIn = (bindings: Bindings): Head | null => {
  const value = bindings['head']
  return value?.kind === 'head' ? value : null
}

/** The product that a rule's slots narrow a relation to. */
export const limitsIn = (bindings: Bindings): Limits => {
  const product = bindings['product']
  return product?.kind === 'product' ? { product: product.text } : {}
}
