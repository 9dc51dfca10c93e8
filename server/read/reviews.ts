/** What waits for a person: names in doubt, and facts that only less certain rules read. */
import { isLabel, type Label } from '../model/model.ts'
import { numberIn, statement, textIn, textOrNull, textsIn } from '../store/statement.ts'
import type { Row, Store } from '../store/store.ts'
import { relationshipIn, type Relationship } from './relationship.ts'

const relationshipsStated = statement('read/relationshipsStated', relationshipIn)

export const reviewKinds = ['NAME', 'SAME_AS', 'RELATIONSHIP', 'METRIC'] as const
/** NAME: is it an entity? SAME_AS: which of several is meant? RELATIONSHIP, METRIC: is the fact right? */
export type ReviewKind = (typeof reviewKinds)[number]

export interface Review {
  readonly id: string
  readonly kind: ReviewKind
  /** The id of the document, and where in its text the words stand. */
  readonly document: string
  readonly start: number
  readonly end: number
  readonly label: Label | null
  readonly name: string | null
  /** Ids of the entities that the name may mean. */
  readonly candidates: readonly string[]
  /** The fact with the entities at its ends (twice the same for a figure); null for a name. */
  readonly fact: { readonly id: string; readonly start: string; readonly end: string } | null
}

const reviews = statement('read/reviews', (row: Row): Review => {
  const kind = reviewKinds.find((one) => one === row['kind'])
  if (kind === undefined) throw new TypeError(`a review is of the kind ${JSON.stringify(row['kind'])}`)
  const [label, fact] = [textOrNull(row, 'label'), textOrNull(row, 'fact')]
  return {
    id: textIn(row, 'id'),
    kind,
    document: textIn(row, 'document'),
    start: numberIn(row, 'start'),
    end: numberIn(row, 'end'),
    label: label !== null && isLabel(label) ? label : null,
    name: textOrNull(row, 'name'),
    candidates: textsIn(row, 'candidates'),
    fact: fact === null ? null : { id: fact, start: textIn(row, 'from'), end: textIn(row, 'to') },
  }
})

/** A fact with its ends in one word, to ask for many at once. */
export const factKey = ({ id, start, end }: NonNullable<Review['fact']>): string => [id, start, end].join(' ')

/** The relationships with these keys, in their order; undefined where there is none. */
export const relationshipsWithKeys = async (
  store: Store,
  keys: readonly string[],
): Promise<readonly (Relationship | undefined)[]> => {
  const facts = keys.map((key) => {
    const [id = '', start = '', end = ''] = key.split(' ')
    return { id, start, end }
  })
  const found = new Map((await store.read(relationshipsStated, { facts })).map((one) => [one.id, one]))
  return facts.map(({ id }) => found.get(id))
}

/** Everything that waits, document by document in the order of its text. */
export const readReviews = (store: Store): Promise<readonly Review[]> => store.read(reviews, {})
