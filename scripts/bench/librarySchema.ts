/** The graph as @neo4j/graphql is told of it, as small as the comparison allows, and the operations that both are asked. */
import type { GraphQLSchema } from 'graphql'
import type { Driver } from 'neo4j-driver'

/**
 * Companies, who supplies them, and where that is stated. Evidence belongs to a relationship by its id, which the library
 * has no relationship for: a field of Cypher leads to it.
 */
const types = `
type Company @node(labels: ["Entity", "Company"]) {
  id: ID!
  name: String!
  suppliers: [Company!]! @relationship(type: "SUPPLIES", direction: IN, properties: "Supplies")
  evidence: [Evidence!]!
    @cypher(
      statement: "MATCH (this)<-[r:SUPPLIES]-(:Company) MATCH (e:Evidence {of: r.id}) RETURN e"
      columnName: "e"
    )
}
type Supplies @relationshipProperties {
  id: ID!
  product: String
  stage: String!
  since: String
  confidence: Float!
  sourceCount: Int!
}
type Evidence @node {
  of: ID!
  file: String
  row: Int
  stage: String
  since: String
  confidence: Float!
  document: [Document!]! @relationship(type: "FROM", direction: OUT)
}
type Document @node {
  id: ID!
  title: String!
}
`

const stated = 'evidence { of file row stage since confidence document { id title } }'
const supplies = 'properties { id product stage since confidence sourceCount }'

/** Two hops of suppliers with the evidence of each relationship. */
export const libraryTwoHops = `query ($of: ID!) { companies(where: { id: { eq: $of } }) { id name ${stated}
  suppliersConnection { edges { ${supplies} node { id name ${stated}
    suppliersConnection { edges { ${supplies} node { id name } } } } } } } }`

/** The same of ours: all stages, as the library filters none. */
export const ourTwoHops = `query ($of: ID!) { supplyChain(of: $of, depth: 2, first: 2000,
  where: { stages: [PLANNED, SIGNED, BUILDING, ACTIVE, ENDED] }) { truncated entities { id name }
  relationships { id product stage since confidence sourceCount start { id } end { id }
    evidence { file row stage since confidence document { id title } } } } }`

/** Three levels of suppliers, without a bound of the client's. */
export const libraryThreeLevels = `query ($of: ID!) { companies(where: { id: { eq: $of } }) { id name
  suppliers { id name suppliers { id name suppliers { id name } } } } }`

/** The same of ours. */
export const ourThreeLevels = `query ($of: ID!) { supplyChain(of: $of, depth: 3) { truncated omitted entities { id name }
  relationships { id start { id } end { id } } } }`

/** The schema that the library makes over a database. */
export const librarySchema = async (driver: Driver): Promise<GraphQLSchema> => {
  // Only those who compare with the library load it.
  const { Neo4jGraphQL } = await import('@neo4j/graphql')
  return new Neo4jGraphQL({ typeDefs: types, driver }).getSchema()
}
