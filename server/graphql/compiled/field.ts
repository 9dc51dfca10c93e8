/** A field of one type as an operation selects it, and how its value is got. */
import {
  defaultFieldResolver,
  getNullableType,
  isLeafType,
  isNonNullType,
  TypeNameMetaFieldDef,
  type FieldNode,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
} from 'graphql'
import type { Path } from 'graphql/jsutils/Path.js'
import { Info } from './info.ts'
import type { Utf8Json } from '../../json/utf8.ts'
import { ownOf, type WriteOwn } from './leaf.ts'
import type { Run, Values } from './run.ts'

export interface Field {
  /** Its name in the answer. */
  readonly key: string
  readonly name: string
  readonly parent: GraphQLObjectType
  readonly definition: GraphQLField<unknown, unknown>
  readonly nodes: readonly FieldNode[]
  readonly mayBeNull: boolean
  readonly isLeaf: boolean
  /** Writes the property that is its value; undefined where there is more to it. */
  readonly writeOwn: WriteOwn | undefined
}

/** An object's properties; undefined where it is none. */
export const propertiesOf = (source: unknown): Values | undefined => (isRecord(source) ? source : undefined)

const isRecord = (value: unknown): value is Values => typeof value === 'object' && value !== null

/** Writes the value of a field that is a property and stands in the answer as it is; false where it has to be looked at. */
export const writeProperty = (field: Field, properties: Values, json: Utf8Json): boolean => {
  const { name, writeOwn, mayBeNull } = field
  if (writeOwn === undefined) return false
  const value = properties[name]
  if (value !== null) return writeOwn(value, json)
  if (mayBeNull) json.null()
  return mayBeNull
}

const isProperty = ({ resolve }: Field['definition']): boolean =>
  resolve === undefined || resolve === defaultFieldResolver

/** The field of a type that nodes with one key select; undefined where the type has none. */
export const fieldOf = (
  parent: GraphQLObjectType,
  key: string,
  nodes: readonly FieldNode[],
): Field | undefined => {
  const name = nodes[0]?.name.value ?? ''
  const definition = name === TypeNameMetaFieldDef.name ? TypeNameMetaFieldDef : parent.getFields()[name]
  if (definition === undefined) return undefined
  const type = getNullableType(definition.type)
  return {
    key,
    name,
    parent,
    definition,
    nodes,
    mayBeNull: !isNonNullType(definition.type),
    isLeaf: isLeafType(type),
    writeOwn: isProperty(definition) && isLeafType(type) ? ownOf(type) : undefined,
  }
}

/** Gives the value of a field of an object, or a promise of it; `above` is where the object stands. */
export type ValueOf = (source: unknown, run: Run, above: Path | undefined) => unknown

/** Reads the property of the field's name; where that is a function, what it gives for the arguments. */
const propertyOf = (field: Field): ValueOf => {
  const { name } = field
  return (source, run, above) => {
    const value = isRecord(source) ? source[name] : undefined
    if (typeof value !== 'function') return value
    const result: unknown = Reflect.apply(value, source, [
      run.argumentsOf(field),
      run.context,
      new Info(run, field, above),
    ])
    return result
  }
}

/** Resolvers that do not ask where they are, which most are: they have no fourth parameter. */
const isPlain = (
  resolve: GraphQLFieldResolver<unknown, unknown>,
): resolve is (source: unknown, args: Values, context: unknown) => unknown => resolve.length < 4

/** Makes what gives a field's value. */
export const valueOf = (field: Field): ValueOf => {
  const { resolve } = field.definition
  if (resolve === undefined || isProperty(field.definition)) return propertyOf(field)
  if (isPlain(resolve)) return (source, run) => resolve(source, run.argumentsOf(field), run.context)
  return (source, run, above) =>
    resolve(source, run.argumentsOf(field), run.context, new Info(run, field, above))
}
