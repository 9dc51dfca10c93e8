/** One line of the log for each mutation: who asked from where for what, and what came of it. */
import { OperationTypeNode, print } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import type { Logger } from 'pino'
import type { Context } from './context.ts'
import { operationIn } from './operation.ts'

/** Characters of a mutation and of its variables that are kept. */
const longest = 2_000

const codesIn = (result: unknown): readonly unknown[] => {
  const errors: unknown =
    result !== null && typeof result === 'object' && 'errors' in result ? result.errors : undefined
  if (!Array.isArray(errors)) return []
  return errors.map(
    (error: { readonly extensions?: { readonly code?: unknown } }) => error.extensions?.code ?? 'ERROR',
  )
}

/** Notes mutations at the level info, whatever level the log has otherwise but silent. */
export const auditMutations = (logger: Logger): Plugin<Context> => {
  const audit = logger.level === 'silent' ? logger : logger.child({ audit: 'mutation' }, { level: 'info' })
  return {
    onExecute: ({ args }) => {
      const operation = operationIn(args)
      const { client, review } = args.contextValue
      if (operation?.operation !== OperationTypeNode.MUTATION) return undefined
      const started = performance.now()
      return {
        onExecuteDone: ({ result }) => {
          const refusals = codesIn(result)
          audit.info(
            {
              client,
              admin: review.isAdmin,
              operation: print(operation).slice(0, longest),
              variables: JSON.stringify(args.variableValues ?? {}).slice(0, longest),
              milliseconds: Math.round(performance.now() - started),
              errors: refusals,
            },
            refusals.length === 0 ? 'a mutation was carried out' : 'a mutation was refused or failed',
          )
        },
      }
    },
  }
}
