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
  type GraphQLLeafType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLTypeResolver,
} from 'graphql'
import { collectSubfields } from 'graphql/execution/collectFields.js'
import { addPath, type Path } from 'graphql/jsutils/Path.js'
import { marks } from '../../json/marks.ts'
import { fieldOf, propertiesOf, valueOf, writeProperty, type Field, type ValueOf } from './field.ts'
import { Info } from './info.ts'
import { Parts, type Later } from './later.ts'
import { leafOf } from './leaf.ts'
import { isLasting, Pieces } from './pieces.ts'
import type { Run, Subject } from './run.ts'

/**
 * Writes a value into the answer, or promises its bytes and has written nothing; `path` is where it stands, not given
 * for a leaf. Throws, or rejects, where it can't; what it has written then is no part of the answer.
 */
type Complete = (value: unknown, run: Run, path: Path | undefined) => Later | undefined

interface Selected extends Field {
  /** What stands before its value: a comma, but for the first of its object, and its key. */
  readonly head: Uint8Array
  readonly valueOf: ValueOf
  readonly complete: Complete
}

export type Selection = readonly Selected[]

/** What stands where something failed later on. */
const nothing = Buffer.from('null')

/** Compiles the selected fields of a type, by the keys they have in the answer. */
export const compileSelection = (
  subject: Subject,
  parent: GraphQLObjectType,
  nodesByKey: ReadonlyMap<string, readonly FieldNode[]>,
): Selection =>
  [...nodesByKey]
    .flatMap(([key, nodes]) => fieldOf(parent, key, nodes) ?? [])
    .map((field, index) => ({
      ...field,
      head: Buffer.from(`${index === 0 ? '' : ','}${JSON.stringify(field.key)}:`),
      valueOf: valueOf(field),
      complete: completerOf(field.definition.type, field, subject),
    }))

const isThenable = (value: unknown): value is PromiseLike<unknown> =>
  typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function'

/** Writes through `complete`; takes everything back where that throws. */
const writeOrRewind = (
  complete: Complete,
  value: unknown,
  run: Run,
  path: Path | undefined,
): Later | undefined => {
  const { json } = run
  const start = json.mark
  try {
    return complete(value, run, path)
  } catch (error) {
    json.rewind(start)
    throw error
  }
}

const whenThere = async (
  value: PromiseLike<unknown>,
  complete: Complete,
  run: Run,
  path: Path | undefined,
): Later => {
  const there = await value
  const start = run.json.mark
  const later = writeOrRewind(complete, there, run, path)
  return later ?? [run.json.take(start)]
}

/** Notes what failed where null may stand for it; throws the error on where it may not. */
const fail = (error: unknown, field: Field, mayBeNull: boolean, run: Run, path: Path): void => {
  const located = run.located(error, field, path)
  if (!mayBeNull) throw located
  run.note(located, path)
}

const whenFailed = (later: Later, field: Field, mayBeNull: boolean, run: Run, path: Path): Later =>
  later.then(undefined, (error: unknown) => {
    fail(error, field, mayBeNull, run, path)
    return [nothing]
  })

const pathTo = ({ key, parent }: Field, above: Path | undefined): Path => addPath(above, key, parent.name)

const completeField = (
  field: Selected,
  source: unknown,
  run: Run,
  above: Path | undefined,
): Later | undefined => {
  // Most fields are leaves, whose paths are needed only where one fails.
  const path = field.isLeaf ? undefined : pathTo(field, above)
  const start = run.json.mark
  try {
    const value = field.valueOf(source, run, above)
    const later = isThenable(value)
      ? whenThere(value, field.complete, run, path)
      : field.complete(value, run, path)
    return later && whenFailed(later, field, field.mayBeNull, run, path ?? pathTo(field, above))
  } catch (error) {
    run.json.rewind(start)
    fail(error, field, field.mayBeNull, run, path ?? pathTo(field, above))
    run.json.null()
    return undefined
  }
}

/** Writes an object, or promises it. Throws, or rejects, where a field failed that may not be null. */
export const completeObject: (selection: Selection, ...of: Parameters<Complete>) => Later | undefined = (
  selection,
  source,
  run,
  path,
) => {
  const { json } = run
  const start = json.mark
  const properties = propertiesOf(source)
  let parts: Parts | undefined
  json.byte(marks.openObject)
  try {
    for (const field of selection) {
      json.put(field.head)
      if (properties !== undefined && writeProperty(field, properties, json)) continue
      const later = completeField(field, source, run, path)
      if (later !== undefined) (parts ??= new Parts()).add(json.take(start), later)
    }
  } catch (error) {
    json.rewind(start)
    if (parts === undefined) throw error
    return parts.failed(error)
  }
  json.byte(marks.closeObject)
  return parts?.closed(json.take(start))
}

const selectionOf = (type: GraphQLObjectType, { nodes }: Field, subject: Subject): Selection =>
  compileSelection(subject, type, collectSubfields(subject.schema, subject.fragments, {}, type, nodes))

const objectCompleter = (type: GraphQLObjectType, field: Field, subject: Subject): Complete => {
  const selection = selectionOf(type, field, subject)
  if (!isLasting(type, selection)) return (value, run, path) => completeObject(selection, value, run, path)
  const pieces = new Pieces()
  return (value, run, path) => {
    if (typeof value !== 'object' || value === null) return completeObject(selection, value, run, path)
    const { json, errors } = run
    const known = pieces.get(value)
    if (known !== undefined) {
      json.put(known)
      return undefined
    }
    const [start, before] = [json.mark, errors.length]
    const later = completeObject(selection, value, run, path)
    // Whoever gets a piece must not miss an error in it.
    if (later === undefined && errors.length === before) pieces.set(value, json.since(start))
    return later
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
const typeNamer = (
  type: GraphQLAbstractType,
  field: Field,
): ((value: unknown, run: Run, path: Path | undefined) => unknown) => {
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
  const item = (value: unknown, run: Run, path: Path): Later | undefined => {
    const start = run.json.mark
    try {
      const later = isThenable(value) ? whenThere(value, complete, run, path) : complete(value, run, path)
      return later && whenFailed(later, field, mayBeNull, run, path)
    } catch (error) {
      run.json.rewind(start)
      fail(error, field, mayBeNull, run, path)
      run.json.null()
      return undefined
    }
  }
  return (value, run, path) => {
    if (!isIterable(value))
      throw new GraphQLError(
        `Expected Iterable, but did not find one for field "${field.parent.name}.${field.definition.name}".`,
      )
    const { json } = run
    const start = json.mark
    let parts: Parts | undefined
    let count = 0
    json.byte(marks.openList)
    for (const one of value) {
      if (count > 0) json.byte(marks.comma)
      const later = item(one, run, addPath(path, count, undefined))
      if (later !== undefined) (parts ??= new Parts()).add(json.take(start), later)
      count++
    }
    json.byte(marks.closeList)
    return parts?.closed(json.take(start))
  }
}

const leafCompleter = (type: GraphQLLeafType): Complete => {
  const write = leafOf(type)
  return (value, run) => {
    write(value, run.json)
    return undefined
  }
}

const completerOfNullable = (type: GraphQLOutputType, field: Field, subject: Subject): Complete => {
  if (isLeafType(type)) return leafCompleter(type)
  if (isListType(type)) return listCompleter(type.ofType, field, subject)
  if (isObjectType(type)) return objectCompleter(type, field, subject)
  if (isAbstractType(type)) return abstractCompleter(type, field, subject)
  throw new TypeError(`the field ${field.key} has no type that is read`)
}

/** Makes what completes values of a type where a field has them. */
const completerOf = (type: GraphQLOutputType, field: Field, subject: Subject): Complete => {
  const complete = completerOfNullable(getNullableType(type), field, subject)
  const mayBeNull = !isNonNullType(type)
  return (value, run, path) => {
    if (value === null || value === undefined) {
      const { parent, definition } = field
      if (!mayBeNull)
        throw new Error(`Cannot return null for non-nullable field ${parent.name}.${definition.name}.`)
      run.json.null()
      return undefined
    }
    // Looking whether a text is an error takes longer than completing it.
    if (typeof value === 'object' && value instanceof Error) throw value
    return complete(value, run, path)
  }
}
