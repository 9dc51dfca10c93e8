/** How large an operation may be: refused before it runs, with what is allowed. */
import {
  GraphQLError,
  Kind,
  parse,
  type ASTNode,
  type DocumentNode,
  type SelectionSetNode,
  type ValidationRule,
} from 'graphql'
import type { Plugin } from 'graphql-yoga'

/** An operation of depth 12 and 1,000 tokens works (meanings.md, Limits). */
export const limits = { depth: 15, tokens: 2_000, aliases: 30, sameField: 100 } as const

const tooLarge = 'OPERATION_TOO_LARGE'

const refused = (message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code: tooLarge } })

const fragmentsOf = (document: DocumentNode): ReadonlyMap<string, SelectionSetNode> =>
  new Map(
    document.definitions.flatMap((node) =>
      node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node.selectionSet] as const] : [],
    ),
  )

/** The depth of a selection, fragments followed once each; introspection has a depth of its own and is let through. */
const depthOf = (
  selection: SelectionSetNode,
  fragments: ReadonlyMap<string, SelectionSetNode>,
  within: ReadonlySet<string>,
): number =>
  Math.max(
    0,
    ...selection.selections.map((node) => {
      if (node.kind === Kind.FRAGMENT_SPREAD) {
        const name = node.name.value
        const fragment = fragments.get(name)
        return fragment === undefined || within.has(name)
          ? 0
          : depthOf(fragment, fragments, new Set([...within, name]))
      }
      if (node.kind === Kind.FIELD && (node.name.value === '__schema' || node.name.value === '__type'))
        return 1
      const own = node.kind === Kind.FIELD ? 1 : 0
      return own + (node.selectionSet ? depthOf(node.selectionSet, fragments, within) : 0)
    }),
  )

/** Refuses operations that are too deep, or repeat fields or aliases too often. */
export const limitRule: ValidationRule = (context) => {
  let aliases = 0
  const count = (selection: SelectionSetNode): void => {
    const fields = new Map<string, number>()
    for (const node of selection.selections) {
      if (node.kind !== Kind.FIELD) continue
      if (node.alias) aliases++
      const times = (fields.get(node.name.value) ?? 0) + 1
      fields.set(node.name.value, times)
      if (times === limits.sameField)
        context.reportError(
          refused(
            `the field ${node.name.value} is asked ${limits.sameField.toString()} times or more in one place; ask fewer times`,
          ),
        )
    }
  }
  return {
    SelectionSet: count,
    Document: {
      leave: (document) => {
        if (aliases > limits.aliases)
          context.reportError(
            refused(
              `the operation has ${aliases.toString()} aliases; at most ${limits.aliases.toString()} are allowed`,
            ),
          )
        const fragments = fragmentsOf(document)
        for (const node of document.definitions) {
          if (node.kind !== Kind.OPERATION_DEFINITION) continue
          const depth = depthOf(node.selectionSet, fragments, new Set())
          if (depth > limits.depth)
            context.reportError(
              refused(
                `the operation is ${depth.toString()} levels deep; at most ${limits.depth.toString()} are allowed`,
              ),
            )
        }
      },
    },
  }
}

const parseBounded = (source: Parameters<typeof parse>[0]): ASTNode => {
  try {
    return parse(source, { maxTokens: limits.tokens })
  } catch (error) {
    if (error instanceof GraphQLError && error.message.includes('tokens'))
      throw refused(
        `the operation has more than ${limits.tokens.toString()} tokens; split it, or use variables`,
      )
    throw error
  }
}

/** The limits as a plugin. */
export const limitOperations = (): Plugin => ({
  onParse: ({ setParseFn }) => {
    setParseFn(parseBounded)
  },
  onValidate: ({ addValidationRule }) => {
    addValidationRule(limitRule)
  },
  // Yoga answers what it could not validate with 200 to clients of plain JSON; what is too large is refused as such.
  onResultProcess: (payload) => {
    const { result } = payload
    if (!('errors' in result) || !result.errors.some(({ extensions }) => extensions['code'] === tooLarge))
      return
    payload.setResult({ ...result, extensions: { http: { status: 400 } } })
  },
})
