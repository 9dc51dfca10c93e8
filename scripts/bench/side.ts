/**
 * One of the servers that the bench compares, as a program of its own: node build/bench-side.js KIND FILE DATA_DIR, where
 * FILE holds the answers to give. Prints its port.
 */
import { readFileSync } from 'node:fs'
import { createServer, type RequestListener, type Server } from 'node:http'
import { ApolloServer } from '@apollo/server'
import { startStandaloneServer } from '@apollo/server/standalone'
import { makeExecutableSchema } from '@graphql-tools/schema'
import { useResponseCache } from '@graphql-yoga/plugin-response-cache'
import { createYoga, type Plugin } from 'graphql-yoga'
import neo4j from 'neo4j-driver'
import { pino } from 'pino'
import { z } from 'zod'
import { readConfig } from '../../server/config.ts'
import { followStore } from '../../server/graphql/live.ts'
import { createEndpoint } from '../../server/graphql/yoga.ts'
import { createHttpServer } from '../../server/http/server.ts'
import { projectFile } from '../../server/project.ts'
import { openStore } from '../../server/store/open.ts'
import type { Store } from '../../server/store/store.ts'
import { librarySchema } from './librarySchema.ts'
import { replaying } from './replay.ts'

const [kind = '', file = '', dataDir = ''] = process.argv.slice(2)

/** The answers by the number of relationships asked for, as ours gave them. */
const answers = z
  .record(z.string(), z.object({ data: z.object({ supplyChain: z.looseObject({}) }) }))
  .parse(JSON.parse(readFileSync(file, 'utf8')))

const listen = (server: Server): Promise<number> =>
  new Promise((fulfil) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      fulfil(address !== null && typeof address === 'object' ? address.port : 0)
    })
  })

const asked = z.object({ variables: z.object({ first: z.number() }) })

/** node:http and JSON.stringify, which every server on Node needs. */
const bare: RequestListener = (request, response) => {
  let body = ''
  request.setEncoding('utf8').on('data', (text: string) => (body += text))
  request.on('end', () => {
    const { variables } = asked.parse(JSON.parse(body))
    response.setHeader('content-type', 'application/json; charset=utf-8')
    response.end(JSON.stringify(answers[variables.first]))
  })
}

/** The product's SDL over the same objects in memory, with the resolvers that everybody would write. */
const schema = () =>
  makeExecutableSchema({
    typeDefs: readFileSync(projectFile('server', 'graphql', 'schema.graphql'), 'utf8'),
    resolvers: {
      Query: {
        supplyChain: (_root: unknown, { first }: { first: number }) => answers[first]?.data.supplyChain,
      },
      // All of them are.
      Entity: { __resolveType: () => 'Company' },
    },
  })

const yoga = (plugins: Plugin[] = []): Server => {
  const handler = createYoga({
    schema: schema(),
    plugins,
    logging: false,
    graphiql: false,
    landingPage: false,
  })
  return createServer((request, response) => void handler(request, response))
}

const apollo = async (): Promise<number> => {
  const server = new ApolloServer({ schema: schema() })
  const { url } = await startStandaloneServer(server, { listen: { port: 0, host: '127.0.0.1' } })
  return Number(new URL(url).port)
}

const ours = async (store: Store, cacheMegabytes: number): Promise<Server> => {
  const logger = pino({ level: 'silent' })
  const live = await followStore(store, logger)
  live.stop()
  const endpoint = createEndpoint({ store, live, logger, production: false, cacheMegabytes })
  return createHttpServer({ endpoint, store, isReady: () => true, production: false, logger })
}

const open = (): Store => openStore({ dataDir, neo4j: null })
const openNeo4j = (): Store => openStore({ dataDir, neo4j: readConfig(process.env).neo4j })

/** @neo4j/graphql over the same database, behind plain Yoga. */
const library = async (): Promise<Server> => {
  const { uri, username, password } = readConfig(process.env).neo4j ?? { uri: '', username: '', password: '' }
  const handler = createYoga({
    schema: await librarySchema(neo4j.driver(uri, neo4j.auth.basic(username, password))),
    logging: false,
    graphiql: false,
    landingPage: false,
  })
  return createServer((request, response) => void handler(request, response))
}

const sides: Readonly<Record<string, () => Promise<number>>> = {
  bare: () => listen(createServer(bare)),
  yoga: () => listen(yoga()),
  'yoga-cache': () => listen(yoga([useResponseCache({ session: () => null })])),
  apollo,
  ours: async () => listen(await ours(replaying(open()), 0)),
  'ours-cache': async () => listen(await ours(replaying(open()), 32)),
  'ours-embedded': async () => listen(await ours(open(), 0)),
  'ours-neo4j': async () => listen(await ours(openNeo4j(), 0)),
  library: async () => listen(await library()),
}

const side = sides[kind]
if (side === undefined) throw new Error(`there is no side ${kind}`)
process.stdout.write(`${(await side()).toString()}\n`)
