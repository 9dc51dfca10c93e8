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

type Serialise = (value: unknown) => unknown

/** Any value as its type serialises it; throws where the type refuses it. */
const byType =
  (type: GraphQLLeafType): Serialise =>
  (value) => {
    const serial: unknown = type.serialize(value)
    if (serial === null || serial === undefined)
      throw new Error(`${type.name} serialises ${JSON.stringify(value)} to nothing`)
    return serial
  }

const isInt = (value: unknown): boolean => typeof value === 'number' && (value | 0) === value

/** What serialises the values of a type, which are never null: those of its own kind stay as they are. */
export const serialiserOf = (type: GraphQLLeafType): Serialise => {
  const other = byType(type)
  if (isEnumType(type)) {
    const names = new Map(type.getValues().map(({ name, value }): [unknown, string] => [value, name]))
    return (value) => names.get(value) ?? other(value)
  }
  switch (type) {
    case GraphQLString:
    case GraphQLID:
      return (value) => (typeof value === 'string' ? value : other(value))
    case GraphQLInt:
      return (value) => (isInt(value) ? value : other(value))
    case GraphQLFloat:
      return (value) => (Number.isFinite(value) ? value : other(value))
    case GraphQLBoolean:
      return (value) => (typeof value === 'boolean' ? value : other(value))
    default:
      return other
  }
}
