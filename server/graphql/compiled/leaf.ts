/** Values of scalars and enums as they stand in an answer. */
import {
  GraphQLBoolean,
  GraphQLFloat,
  GraphQLID,
  GraphQLInt,
  GraphQLString,
  isEnumType,
  type GraphQLLeafType,
} from 'graphql'
import type { Utf8Json } from '../../json/utf8.ts'

/** Writes a value that is of the type's own kind; false where it is another, which the type has to look at. */
export type WriteOwn = (value: unknown, json: Utf8Json) => boolean

const writeText: WriteOwn = (value, json) => {
  if (typeof value !== 'string') return false
  json.text(value)
  return true
}

const writeInt: WriteOwn = (value, json) => {
  if (typeof value !== 'number' || (value | 0) !== value) return false
  json.number(value)
  return true
}

const writeFloat: WriteOwn = (value, json) => {
  if (typeof value !== 'number' || !Number.isFinite(value)) return false
  json.number(value)
  return true
}

const writeBoolean: WriteOwn = (value, json) => {
  if (typeof value !== 'boolean') return false
  json.boolean(value)
  return true
}

/** Scalars by how they serialise. */
const scalars = new Map<unknown, WriteOwn>([
  [GraphQLString.serialize, writeText],
  [GraphQLID.serialize, writeText],
  [GraphQLInt.serialize, writeInt],
  [GraphQLFloat.serialize, writeFloat],
  [GraphQLBoolean.serialize, writeBoolean],
])

/** Writes what the type says of a value; throws where it refuses it. */
const writeSerial = (type: GraphQLLeafType, value: unknown, json: Utf8Json): void => {
  const serial: unknown = type.serialize(value)
  if (serial === null || serial === undefined)
    throw new Error(`${type.name} serialises ${JSON.stringify(value)} to nothing`)
  json.value(serial)
}

/** What writes the values of a type that stay as they are, or stand for a name. */
export const ownOf = (type: GraphQLLeafType): WriteOwn => {
  if (!isEnumType(type)) return scalars.get(type.serialize) ?? (() => false)
  const names = new Map(
    type.getValues().map(({ name, value }): [unknown, Uint8Array] => [value, Buffer.from(`"${name}"`)]),
  )
  return (value, json) => {
    const name = names.get(value)
    if (name !== undefined) json.put(name)
    return name !== undefined
  }
}

/** What writes the values of a type, which are never null; throws where the type refuses one. */
export const leafOf = (type: GraphQLLeafType): ((value: unknown, json: Utf8Json) => void) => {
  const writeOwn = ownOf(type)
  return (value, json) => {
    if (!writeOwn(value, json)) writeSerial(type, value, json)
  }
}
