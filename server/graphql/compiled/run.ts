/** One run of a compiled operation: what its fields work with, and the errors they met. */
import {
  getArgumentValues,
  locatedError,
  type FragmentDefinitionNode,
  type GraphQLError,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql'
import { pathToArray, type Path } from 'graphql/jsutils/Path.js'
import type { Context } from '../context.ts'
import type { Field } from './field.ts'
import { Utf8Json } from '../../json/utf8.ts'

/** What every run of an operation shares. */
export interface Subject {
  readonly schema: GraphQLSchema
  readonly operation: OperationDefinitionNode
  readonly fragments: Record<string, FragmentDefinitionNode>
}

export type Values = Record<string, unknown>

/** The room that all answers are written into. */
const room = new Utf8Json()

const noArguments: Values = Object.freeze({})

export class Run {
  readonly json = room
  readonly errors: GraphQLError[] = []
  /** Where errors stand: whatever else goes wrong there or below is null already. */
  private readonly nulled = new Set<Path | undefined>()
  private readonly known = new Map<Field, Values>()

  constructor(
    readonly subject: Subject,
    readonly context: Context,
    readonly variableValues: Values,
  ) {}

  /** The arguments of a field, the same for every object it is asked of. Throws where a value does not fit. */
  argumentsOf(field: Field): Values {
    const [node] = field.nodes
    if (field.definition.args.length === 0 || node === undefined) return noArguments
    const known = this.known.get(field)
    if (known !== undefined) return known
    const values = getArgumentValues(field.definition, node, this.variableValues)
    this.known.set(field, values)
    return values
  }

  /** Keeps an error, unless what it is about has become null already. */
  note(error: GraphQLError, path: Path | undefined): void {
    if (this.nulled.has(undefined)) return
    for (let at = path; at !== undefined; at = at.prev) if (this.nulled.has(at)) return
    this.nulled.add(path)
    this.errors.push(error)
  }

  /** The error with where in the operation and in its answer it happened. */
  located(error: unknown, field: Field, path: Path): GraphQLError {
    return locatedError(error, field.nodes, pathToArray(path))
  }
}
