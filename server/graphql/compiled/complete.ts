/** What resolvers gave, completed to what stands in the answer: leaves, lists, and objects with their selections. */
import {
  defaultTypeResolver,
  getNullableType,
  GraphQLError,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type FieldNode,
  type GraphQLAbstractType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLTypeResolver,
} from 'graphql'
import { collectSubfields } from 'graphql/execution/collectFields.js'
import { addPath, type Path } from 'graphql/jsutils/Path.js'
import { fieldOf, keptOf, valueOf, type Field, type ValueOf } from './field.ts'
import { Info } from './info.ts'
import { serialiserOf } from './leaf.ts'
import { isLasting, Pieces } from './pieces.ts'
import type { Run, Subject, Values } from './run.ts'

/** Completes a value, or promises to; `path` is where it stands, not given for a leaf. Throws, or rejects, where it can't. */
type Complete = (value: unknown, run: Run, path: Path | undefined) => unknown

interface Selected extends Field {
  readonly valueOf: ValueOf
  readonly complete: Complete
}

export type Selection = readonly Selected[]

/** Compiles the selected fields of a type, by the keys they have in the answer. */
export const compileSelection = (
  subject: Subject,
  parent: GraphQLObjectType,
  nodesByKey: ReadonlyMap<string, readonly FieldNode[]>,
): Selection =>
  [...nodesByKey].flatMap(([key, nodes]) => {
    const field = fieldOf(parent, key, nodes)
    if (field === undefined) return []
    const complete = completerOf(field.definition.type, field, subject)
    return [{ ...field, valueOf: valueOf(field), complete }]
  })

const isThenable = (value: unknown): value is PromiseLike<unknown> =>
  typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function'

/** Of promises made here, as opposed to those that resolvers make; looking at a leaf with instanceof would be slow. */
const isPromise = (value: unknown): value is Promise<unknown> =>
  typeof value === 'object' && value instanceof Promise

const whenThere = async (
  value: PromiseLike<unknown>,
  complete: Complete,
  run: Run,
  path: Path | undefined,
): Promise<unknown> => complete(await value, run, path)

/** Null in place of what failed; throws the error on where null may not stand. */
const failed = (error: unknown, field: Field, mayBeNull: boolean, run: Run, path: Path): null => {
  const located = run.located(error, field, path)
  if (!mayBeNull) throw located
  run.note(located, path)
  return null
}

const whenFailed = (
  result: Promise<unknown>,
  field: Field,
  mayBeNull: boolean,
  run: Run,
  path: Path,
): Promise<unknown> => result.then(undefined, (error: unknown) => failed(error, field, mayBeNull, run, path))

const pathTo = ({ key, parent }: Field, above: Path | undefined): Path => addPath(above, key, parent.name)

const completeField = (field: Selected, source: unknown, run: Run, above: Path | undefined): unknown => {
  // Most fields are leaves, whose paths are needed only where one fails.
  const path = field.isLeaf ? undefined : pathTo(field, above)
  try {
    const value = field.valueOf(source, run, above)
    const result = isThenable(value)
      ? whenThere(value, field.complete, run, path)
      : field.complete(value, run, path)
    return isPromise(result)
      ? whenFailed(result, field, field.mayBeNull, run, path ?? pathTo(field, above))
      : result
  } catch (error) {
    return failed(error, field, field.mayBeNull, run, path ?? pathTo(field, above))
  }
}

const filled = async (object: Values, waiting: readonly string[]): Promise<Values> => {
  const values = await Promise.all(waiting.map((key) => object[key]))
  for (const [index, key] of waiting.entries()) object[key] = values[index]
  return object
}

/** Waits for what the other fields still work on, so that none of it fails unheard. */
const failedAfter = async (others: Promise<unknown>, error: unknown): Promise<never> => {
  await others.catch(() => undefined)
  throw error
}

/** An object of the answer, or a promise of it. Throws, or rejects, where a field failed that may not be null. */
export const completeObject = (
  selection: Selection,
  source: unknown,
  run: Run,
  path: Path | undefined,
): Values | Promise<Values> => {
  const object: Values = {}
  let waiting: string[] | undefined
  try {
    for (const field of selection) {
      const kept = keptOf(field, source)
      const value = kept === undefined ? completeField(field, source, run, path) : kept
      object[field.key] = value
      if (kept === undefined && isPromise(value)) (waiting ??= []).push(field.key)
    }
  } catch (error) {
    if (waiting === undefined) throw error
    return failedAfter(filled(object, waiting), error)
  }
  return waiting === undefined ? object : filled(object, waiting)
}

const selectionOf = (type: GraphQLObjectType, { nodes }: Field, subject: Subject): Selection =>
  compileSelection(subject, type, collectSubfields(subject.schema, subject.fragments, {}, type, nodes))

const objectCompleter = (type: GraphQLObjectType, field: Field, subject: Subject): Complete => {
  const selection = selectionOf(type, field, subject)
  if (!isLasting(type, selection)) return (value, run, path) => completeObject(selection, value, run, path)
  const pieces = new Pieces()
  return (value, run, path) => {
    if (typeof value !== 'object' || value === null) return completeObject(selection, value, run, path)
    const known = pieces.get(value)
    if (known !== undefined) return known
    const errors = run.errors.length
    const piece = completeObject(selection, value, run, path)
    // Whoever gets a piece must not miss an error in it.
    if (!(piece instanceof Promise) && run.errors.length === errors) pieces.set(value, piece)
    return piece
  }
}

/** The type that `resolveType` named, if it is a possible one. Throws where it is none. */
const possibleType = (name: unknown, type: GraphQLAbstractType, { schema }: Subject): GraphQLObjectType => {
  const found = schema.getPossibleTypes(type).find((possible) => possible.name === name)
  if (found === undefined) throw new TypeError(`${JSON.stringify(name)} is no type of ${type.name}`)
  return found
}

/** Resolvers of types that look at the value alone. */
const isPlain = (
  resolve: GraphQLTypeResolver<unknown, unknown>,
): resolve is (value: unknown, context: unknown) => string | undefined => resolve.length < 3

/** Makes what names the type of an object. */
const typeNamer = (type: GraphQLAbstractType, field: Field): Complete => {
  const resolve = type.resolveType ?? defaultTypeResolver
  return isPlain(resolve)
    ? (value, run) => resolve(value, run.context)
    : (value, run, path) => resolve(value, run.context, new Info(run, field, path?.prev), type)
}

/** Objects of several types; the selection of each type is compiled when one is met. */
const abstractCompleter = (type: GraphQLAbstractType, field: Field, subject: Subject): Complete => {
  const completers = new Map<unknown, Complete>()
  const typeName = typeNamer(type, field)
  return (value, run, path) => {
    const name = typeName(value, run, path)
    let complete = completers.get(name)
    if (complete === undefined) {
      complete = objectCompleter(possibleType(name, type, subject), field, subject)
      completers.set(name, complete)
    }
    return complete(value, run, path)
  }
}

const isIterable = (value: unknown): value is Iterable<unknown> =>
  typeof value === 'object' && value !== null && Symbol.iterator in value

const listCompleter = (itemType: GraphQLOutputType, field: Field, subject: Subject): Complete => {
  const complete = completerOf(itemType, field, subject)
  const mayBeNull = !isNonNullType(itemType)
  const item = (value: unknown, run: Run, path: Path): unknown => {
    try {
      const result = isThenable(value) ? whenThere(value, complete, run, path) : complete(value, run, path)
      return isPromise(result) ? whenFailed(result, field, mayBeNull, run, path) : result
    } catch (error) {
      return failed(error, field, mayBeNull, run, path)
    }
  }
  return (value, run, path) => {
    if (!isIterable(value))
      throw new GraphQLError(
        `Expected Iterable, but did not find one for field "${field.parent.name}.${field.definition.name}".`,
      )
    const items: unknown[] = []
    let waits = false
    for (const one of value) {
      const result = item(one, run, addPath(path, items.length, undefined))
      if (isPromise(result)) waits = true
      items.push(result)
    }
    return waits ? Promise.all(items) : items
  }
}

const completerOfNullable = (type: GraphQLOutputType, field: Field, subject: Subject): Complete => {
  if (isLeafType(type)) return serialiserOf(type)
  if (isListType(type)) return listCompleter(type.ofType, field, subject)
  if (isObjectType(type)) return objectCompleter(type, field, subject)
  if (isAbstractType(type)) return abstractCompleter(type, field, subject)
  throw new TypeError(`the field ${field.key} has no type that is read`)
}

/** Makes what completes values of a type where a field has them. */
const completerOf = (type: GraphQLOutputType, field: Field, subject: Subject): Complete => {
  const complete = completerOfNullable(getNullableType(type), field, subject)
  const mayBeNull = !isNonNullType(type)
  const missing = (): null => {
    if (mayBeNull) return null
    const { parent, definition } = field
    throw new Error(`Cannot return null for non-nullable field ${parent.name}.${definition.name}.`)
  }
  return (value, run, path) => {
    if (value === null || value === undefined) return missing()
    // Looking whether a text is an error takes longer than completing it.
    if (typeof value === 'object' && value instanceof Error) throw value
    return complete(value, run, path)
  }
}
