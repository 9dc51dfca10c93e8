/** How large an operation may be: refused before it is validated or run, with what is allowed. */
import {
  GraphQLError,
  Kind,
  parse,
  visit,
  type ASTNode,
  type DirectiveNode,
  type DocumentNode,
  type SelectionSetNode,
} from 'graphql'
import type { Plugin } from 'graphql-yoga'
import { costOf } from './cost.ts'

/**
 * An operation of depth 12 and 1,000 tokens works (meanings.md, Limits). `cost` counts the objects that an answer
 * could hold (cost.ts).
 */
export const limits = {
  depth: 15,
  tokens: 2_000,
  aliases: 30,
  sameField: 100,
  directives: 50,
  directivesInOnePlace: 5,
  cost: 1_000_000,
} as const

const tooLarge = 'OPERATION_TOO_LARGE'

const refused = (message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code: tooLarge } })

/** The depth of selections; each fragment is measured once, however often it is spread. */
class Depth {
  private readonly fragments: ReadonlyMap<string, SelectionSetNode>
  private readonly measured = new Map<string, number>()

  constructor(document: DocumentNode) {
    this.fragments = new Map(
      document.definitions.flatMap((node) =>
        node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node.selectionSet] as const] : [],
      ),
    )
  }

  /** Introspection has a depth of its own, which GraphQL itself bounds, and is let through. */
  of(selection: SelectionSetNode): number {
    let deepest = 0
    for (const node of selection.selections) {
      if (node.kind === Kind.FRAGMENT_SPREAD) deepest = Math.max(deepest, this.ofFragment(node.name.value))
      else if (node.kind === Kind.FIELD && (node.name.value === '__schema' || node.name.value === '__type'))
        deepest = Math.max(deepest, 1)
      else {
        const own = node.kind === Kind.FIELD ? 1 : 0
        deepest = Math.max(deepest, own + (node.selectionSet ? this.of(node.selectionSet) : 0))
      }
    }
    return deepest
  }

  private ofFragment(name: string): number {
    const known = this.measured.get(name)
    if (known !== undefined) return known
    // A fragment inside itself is no valid one; validation says so.
    this.measured.set(name, 0)
    const fragment = this.fragments.get(name)
    const depth = fragment === undefined ? 0 : this.of(fragment)
    this.measured.set(name, depth)
    return depth
  }
}

const checkDepth = (document: DocumentNode): void => {
  const depth = new Depth(document)
  for (const node of document.definitions) {
    if (node.kind !== Kind.OPERATION_DEFINITION) continue
    const levels = depth.of(node.selectionSet)
    if (levels > limits.depth)
      throw refused(
        `the operation is ${levels.toString()} levels deep; at most ${limits.depth.toString()} are allowed`,
      )
  }
}

const checkFields = ({ selections }: SelectionSetNode): void => {
  const times = new Map<string, number>()
  for (const node of selections) {
    if (node.kind !== Kind.FIELD) continue
    const name = node.name.value
    times.set(name, (times.get(name) ?? 0) + 1)
    if (times.get(name) === limits.sameField)
      throw refused(
        `the field ${name} is asked ${limits.sameField.toString()} times or more in one place; ask fewer times`,
      )
  }
}

const checkDirectives = (directives: readonly DirectiveNode[] | undefined): number => {
  const count = directives?.length ?? 0
  if (count > limits.directivesInOnePlace)
    throw refused(
      `there are ${count.toString()} directives in one place; at most ${limits.directivesInOnePlace.toString()} are allowed`,
    )
  return count
}

/** Throws OPERATION_TOO_LARGE for a document that is too deep, or repeats fields, aliases or directives too often. */
export const checkSize = (document: DocumentNode): void => {
  let [aliases, directives] = [0, 0]
  visit(document, {
    SelectionSet: checkFields,
    enter: (node: ASTNode) => {
      if (node.kind === Kind.FIELD && node.alias) aliases++
      if ('directives' in node) directives += checkDirectives(node.directives)
    },
  })
  if (aliases > limits.aliases)
    throw refused(
      `the operation has ${aliases.toString()} aliases; at most ${limits.aliases.toString()} are allowed`,
    )
  if (directives > limits.directives)
    throw refused(
      `the operation has ${directives.toString()} directives; at most ${limits.directives.toString()} are allowed`,
    )
  checkDepth(document)
}

/** Parses an operation within the limits; throws OPERATION_TOO_LARGE, or the mistake in its syntax. */
export const parseBounded = (source: Parameters<typeof parse>[0]): DocumentNode => {
  let document: DocumentNode
  try {
    document = parse(source, { maxTokens: limits.tokens })
  } catch (error) {
    if (error instanceof GraphQLError && error.message.includes('tokens'))
      throw refused(
        `the operation has more than ${limits.tokens.toString()} tokens; split it, or use variables`,
      )
    throw error
  }
  checkSize(document)
  return document
}

/** The limits as a plugin. */
export const limitOperations = (): Plugin => ({
  onParse: ({ setParseFn }) => {
    setParseFn(parseBounded)
  },
  onExecute: ({ args, setResultAndStopExecution }) => {
    const cost = costOf(args)
    if (cost <= limits.cost) return
    const sentence = `the answer could hold ${cost.toString()} objects; at most ${limits.cost.toString()} are allowed: ask for a smaller first, or fewer levels`
    setResultAndStopExecution({ errors: [refused(sentence)] })
  },
  // Yoga answers what it could not validate with 200 to clients of plain JSON; what is too large is refused as such.
  onResultProcess: (payload) => {
    const { result } = payload
    if (!('errors' in result) || !result.errors.some(({ extensions }) => extensions['code'] === tooLarge))
      return
    payload.setResult({ ...result, extensions: { http: { status: 400 } } })
  },
})
