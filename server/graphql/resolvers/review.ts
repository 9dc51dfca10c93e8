/** What waits for a person, what people decided, and deciding. */
import type { Entity } from '../../names/catalog.ts'
import { documentsWithIds, type Document } from '../../read/documents.ts'
import { metricsWithIds } from '../../read/metrics.ts'
import { pageAfterId, toCursor } from '../../read/page.ts'
import { factKey, readReviews, relationshipsWithKeys, type Review } from '../../read/reviews.ts'
import { decisionShape, type Action, type DecidedName, type Decision } from '../../review/decision.ts'
import { labelName, labelOf, nameText, pageSize } from '../bounds.ts'
import { connection } from '../connection.ts'
import type { Context } from '../context.ts'
import { badInput, forbidden, notFound } from '../errors.ts'
import { afterOf, entitiesWith, type PageArgs } from './entity.ts'

interface NameInput {
  readonly label: string
  readonly name: string
}

interface ActionInput {
  readonly acceptFact?: string
  readonly rejectFact?: string
  readonly acceptName?: NameInput
  readonly rejectName?: NameInput
  readonly same?: { readonly of: NameInput; readonly as: NameInput; readonly document?: string | null }
  readonly split?: { readonly of: NameInput; readonly as: NameInput; readonly document: string }
  readonly retype?: { readonly of: NameInput; readonly label: string }
  readonly undo?: string
}

const named = ({ label, name }: NameInput): DecidedName => ({ label: labelOf(label), name })

/** The action that an input means; GraphQL has seen to it that exactly one part is there. */
const actionOf = (input: ActionInput): Action => {
  if (input.acceptFact !== undefined) return { kind: 'ACCEPT_FACT', fact: input.acceptFact }
  if (input.rejectFact !== undefined) return { kind: 'REJECT_FACT', fact: input.rejectFact }
  if (input.acceptName !== undefined) return { kind: 'ACCEPT_NAME', of: named(input.acceptName) }
  if (input.rejectName !== undefined) return { kind: 'REJECT_NAME', of: named(input.rejectName) }
  if (input.same !== undefined) {
    const { of, as, document } = input.same
    return { kind: 'SAME', of: named(of), as: named(as), ...(document ? { document } : {}) }
  }
  if (input.split !== undefined) {
    const { of, as, document } = input.split
    return { kind: 'SPLIT', of: named(of), as: named(as), document }
  }
  if (input.retype !== undefined)
    return { kind: 'RETYPE', of: named(input.retype.of), label: labelOf(input.retype.label) }
  return { kind: 'UNDO', decision: input.undo ?? '' }
}

/** Throws BAD_USER_INPUT for a decision that can't be kept: a name or reviewer too long, an id that is none. */
const checked = (action: Action, reviewer: string, context: Context): void => {
  const parsed = decisionShape.safeParse({ id: '-', at: '2000-01-01T00:00:00Z', reviewer, action })
  const [issue] = parsed.error?.issues ?? []
  if (issue !== undefined) throw badInput(`${issue.path.join('.')}: ${issue.message}`)
  if (action.kind === 'UNDO' && !context.review.decisions().some(({ id }) => id === action.decision))
    throw notFound(action.decision)
}

const document = async ({ document: id }: Review, _args: unknown, context: Context): Promise<Document> => {
  const found = await context
    .batched('documents with ids', (ids) => documentsWithIds(context.store, ids))
    .load(id)
  if (found === undefined) throw notFound(id)
  return found
}

export const reviewQueries = {
  reviews: async (
    _root: unknown,
    args: PageArgs & { readonly kinds?: readonly string[] | null; readonly document?: string | null },
    context: Context,
  ) => {
    const first = pageSize(args.first)
    const of = typeof args.document === 'string' ? nameText('document', args.document) : undefined
    const all = await readReviews(context.store)
    const list = all.filter(
      (review) => (args.kinds?.includes(review.kind) ?? true) && (of === undefined || review.document === of),
    )
    return connection(
      pageAfterId(list, ({ id }) => id, first, afterOf(args)),
      (review) => ({ cursor: toCursor([review.id]), node: review }),
      () => list.length,
    )
  },
  decisions: (_root: unknown, args: PageArgs, context: Context) => {
    const list = [...context.review.decisions()].reverse()
    return connection(
      pageAfterId(list, ({ id }) => id, pageSize(args.first), afterOf(args)),
      (decision) => ({ cursor: toCursor([decision.id]), node: decision }),
      () => list.length,
    )
  },
}

export const reviewMutations = {
  decide: async (
    _root: unknown,
    args: { readonly action: ActionInput; readonly reviewer: string },
    context: Context,
  ): Promise<Decision> => {
    if (!context.review.isAdmin) throw forbidden()
    const action = actionOf(args.action)
    checked(action, args.reviewer, context)
    return context.review.decide(action, args.reviewer.trim())
  },
}

const shown = (name: DecidedName) => ({ ...name, label: labelName(name.label) })

export const reviewFields = {
  Review: {
    document,
    span: ({ start, end }: Review) => ({ start, end }),
    label: ({ label }: Review): string | null => (label === null ? null : labelName(label)),
    candidates: ({ candidates }: Review, _args: unknown, context: Context): Entity[] =>
      entitiesWith(context, candidates),
    relationship: ({ kind, fact }: Review, _args: unknown, context: Context) =>
      kind === 'RELATIONSHIP' && fact !== null
        ? context
            .batched('relationships with keys', (keys) => relationshipsWithKeys(context.store, keys))
            .load(factKey(fact))
        : null,
    metric: ({ kind, fact }: Review, _args: unknown, context: Context) =>
      kind === 'METRIC' && fact !== null
        ? context.batched('metrics with ids', (ids) => metricsWithIds(context.store, ids)).load(fact.id)
        : null,
  },
  Decision: {
    kind: ({ action }: Decision) => action.kind,
    fact: ({ action }: Decision) => ('fact' in action ? action.fact : null),
    of: ({ action }: Decision) => ('of' in action ? shown(action.of) : null),
    as: ({ action }: Decision) => {
      if (action.kind === 'RETYPE') return shown({ label: action.label, name: action.of.name })
      return 'as' in action ? shown(action.as) : null
    },
    document: ({ action }: Decision) => ('document' in action ? action.document : null),
    decision: ({ action }: Decision) => (action.kind === 'UNDO' ? action.decision : null),
  },
}
