/**
 * Operations that read, compiled once and run often: what graphql-js finds out anew for each object of an answer (fields,
 * types, arguments) is found out before. What is unusual is left to graphql-js; the answers are the same, byte for byte.
 */
import {
  getVariableValues,
  GraphQLError,
  Kind,
  OperationTypeNode,
  visit,
  type DocumentNode,
  type ExecutionResult,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql'
import { collectFields } from 'graphql/execution/collectFields.js'
import type { Context } from '../context.ts'
import { operationIn } from '../operation.ts'
import { Run, type Subject, type Values } from './run.ts'
import { compileSelection, completeObject, type Selection } from './complete.ts'

/** Whether a document holds what is not compiled: directives, and the schema's description of itself. */
const isUnusual = (document: DocumentNode): boolean => {
  let found = false
  visit(document, {
    Directive: () => {
      found = true
    },
    Field: ({ name }) => {
      if (name.value === '__schema' || name.value === '__type') found = true
    },
  })
  return found
}

const fragmentsOf = ({ definitions }: DocumentNode): Record<string, FragmentDefinitionNode> =>
  Object.fromEntries(
    definitions.flatMap((node) =>
      node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node] as const] : [],
    ),
  )

/** What came of a run: the whole body of its answer, or a result with errors. */
export type Outcome = { readonly body: Buffer } | { readonly failed: ExecutionResult }

const [head, tail] = [Buffer.from('{"data":'), Buffer.from('}')]

const isObject = (value: unknown): value is Values => typeof value === 'object' && value !== null

const objectIn = (json: Buffer): Values | null => {
  const value: unknown = JSON.parse(json.toString('utf8'))
  return isObject(value) ? value : null
}

/** An operation that reads, compiled. */
export class Compiled {
  private readonly selection: Selection

  constructor(
    private readonly subject: Subject,
    root: GraphQLObjectType,
  ) {
    const { schema, fragments, operation } = subject
    this.selection = compileSelection(
      subject,
      root,
      collectFields(schema, fragments, {}, root, operation.selectionSet),
    )
  }

  /** The names of the fields it asks of the whole graph. */
  get rootFields(): readonly string[] {
    return this.selection.map(({ definition }) => definition.name)
  }

  /** The variables as the schema takes them; undefined where they do not fit. */
  variables(given: Readonly<Record<string, unknown>>): Values | undefined {
    const { schema, operation } = this.subject
    return getVariableValues(schema, operation.variableDefinitions ?? [], given).coerced
  }

  /** Runs it with variables that fit. Never rejects for what fails in it: that is part of the result. */
  async run(context: Context, variables: Values): Promise<Outcome> {
    const run = new Run(this.subject, context, variables)
    const data = await this.data(run).catch((error: unknown) => {
      if (!(error instanceof GraphQLError)) throw error
      run.note(error, undefined)
      return null
    })
    if (data !== null && run.errors.length === 0) return { body: Buffer.concat([head, ...data, tail]) }
    return { failed: { errors: run.errors, data: data && objectIn(Buffer.concat(data)) } }
  }

  /** The answer's data in JSON. Rejects where nothing of it can stand. */
  private async data(run: Run): Promise<readonly Uint8Array[]> {
    const later = completeObject(this.selection, undefined, run, undefined)
    return later ?? [run.json.take(0)]
  }
}

const countOf = ({ definitions }: DocumentNode): number =>
  definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION).length

/** Compiles a valid document's operation; null where it is none that reads, or holds something unusual. */
export const compile = (
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | null,
): Compiled | null => {
  const operation = operationIn({ document, operationName })
  const root = schema.getQueryType()
  if (operation?.operation !== OperationTypeNode.QUERY || !root || isUnusual(document)) return null
  if (operationName === null && countOf(document) > 1) return null
  return new Compiled({ schema, operation, fragments: fragmentsOf(document) }, root)
}
