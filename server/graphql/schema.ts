/** The executable schema: SDL and resolvers. */
import { readFileSync } from 'node:fs'
import { makeExecutableSchema } from '@graphql-tools/schema'
import { GraphQLScalarType, GraphQLString, Kind, type GraphQLSchema } from 'graphql'
import type { Entity } from '../names/catalog.ts'
import { projectFile } from '../project.ts'
import { badInput } from './errors.ts'
import { askFields, leadFields } from './resolvers/ask.ts'
import { factFields } from './resolvers/facts.ts'
import { isDate, queryFields } from './resolvers/query.ts'
import { reviewFields, reviewMutations, reviewQueries } from './resolvers/review.ts'
import { typedFields } from './resolvers/typed.ts'

const checked = (value: unknown): string => {
  if (isDate(value)) return value
  throw badInput(`${JSON.stringify(value)} is no date; a date is 2024, 2024-10 or 2024-10-08`)
}

const PartialDate = new GraphQLScalarType({
  name: 'PartialDate',
  // A date is text, and written as such.
  serialize: GraphQLString.serialize,
  parseValue: checked,
  parseLiteral: (node) => checked(node.kind === Kind.STRING ? node.value : null),
})

/** Makes the schema from server/graphql/schema.graphql. */
export const createSchema = (): GraphQLSchema =>
  makeExecutableSchema({
    typeDefs: readFileSync(projectFile('server', 'graphql', 'schema.graphql'), 'utf8'),
    resolvers: {
      PartialDate,
      Query: { ...queryFields, ...askFields, ...reviewQueries },
      Mutation: reviewMutations,
      Entity: { __resolveType: ({ label }: Entity) => label },
      ...typedFields,
      Company: { ...typedFields.Company, ...leadFields },
      ...factFields,
      ...reviewFields,
    },
    inheritResolversFromInterfaces: false,
  })
