/** Supply chains over HTTP, against their statements run bare through the same store. */
import { pino } from 'pino'
import { followStore } from '../../server/graphql/live.ts'
import { createEndpoint } from '../../server/graphql/yoga.ts'
import { createHttpServer } from '../../server/http/server.ts'
import { entityId } from '../../server/model/identity.ts'
import type { Store } from '../../server/store/store.ts'
import { ask } from './client.ts'
import { median, type Figure } from './figure.ts'
import { companyName, type Pair } from './network.ts'
import { noting } from './noting.ts'

const rounds = { warm: 20, counted: 200 }

interface Operation {
  readonly what: string
  readonly query: string
  /** The id of the company it starts from. */
  readonly of: string
  readonly target: Figure['target']
}

const facts = 'id product stage since confidence sourceCount start { id } end { id }'

const fromHub: Operation = {
  what: 'supplyChain of depth 3 from a hub over HTTP, against its statements run bare',
  query: `query ($of: ID!) { supplyChain(of: $of, depth: 3) { truncated entities { id name } tiers { depth entities { id } }
    relationships { ${facts} } } }`,
  of: entityId('Company', companyName(0)),
  target: { atMost: 2 },
}

/** Two hops with the evidence of each relationship. */
const withEvidence = (of: string): Operation => ({
  what: 'two hops with evidence (300 relationships) over HTTP, against their statements run bare, p50',
  query: `query ($of: ID!) { supplyChain(of: $of, depth: 2, first: 300) { truncated entities { id name }
    relationships { ${facts} evidence { file row stage since confidence document { id title } } } } }`,
  of,
  target: { atMost: 1.5 },
})

/** The first company that so many others supply. */
const companyOfDegree = (least: number, most: number, pairs: readonly Pair[]): string => {
  const suppliers = new Map<number, number>()
  for (const [, customer] of pairs) suppliers.set(customer, (suppliers.get(customer) ?? 0) + 1)
  const found = [...suppliers].find(([, count]) => count >= least && count <= most)
  if (found === undefined) throw new Error('the network has no company of that degree')
  return entityId('Company', companyName(found[0]))
}

/** Measures on a store that holds the network of these pairs, the two sides taking turns. */
export const benchChain = async (given: Store, pairs: readonly Pair[]): Promise<readonly Figure[]> => {
  const read: (() => Promise<unknown>)[] = []
  const store = noting(given, ({ statement, params }) => read.push(() => given.read(statement, params)))
  const logger = pino({ level: 'silent' })
  const live = await followStore(given, logger)
  // Kept answers would be compared with statements that run.
  const endpoint = createEndpoint({ store, live, logger, production: false, cacheMegabytes: 0 })
  const server = createHttpServer({ endpoint, store, isReady: () => true, production: false })
  await new Promise<void>((fulfil) => server.listen(0, '127.0.0.1', fulfil))
  const address = server.address()
  const port = address !== null && typeof address === 'object' ? address.port : 0
  const figures: Figure[] = []
  for (const operation of [fromHub, withEvidence(companyOfDegree(30, 150, pairs))])
    figures.push({ ...(await compare(operation, port, read)), store: given.kind })
  live.stop()
  server.closeAllConnections()
  server.close()
  return figures
}

/** An operation over HTTP and its statements alone, by turns. */
const compare = async (
  { what, query, of, target }: Operation,
  port: number,
  read: (() => Promise<unknown>)[],
): Promise<Omit<Figure, 'store'>> => {
  const body = JSON.stringify({ query, variables: { of } })
  const overHttp = async (): Promise<void> => {
    if ((await ask(port, body)).startsWith('{"errors"')) throw new Error(`no answer: ${what}`)
  }
  read.length = 0
  await overHttp()
  const statements = [...read]
  const bare = async (): Promise<void> => {
    for (const run of statements) await run()
  }
  const times = { http: new Array<number>(), bare: new Array<number>() }
  const timed = async (kind: keyof typeof times, work: () => Promise<void>): Promise<void> => {
    const began = performance.now()
    await work()
    times[kind].push(performance.now() - began)
  }
  for (let round = 0; round < rounds.warm + rounds.counted; round++) {
    await timed('http', overHttp)
    await timed('bare', bare)
    read.length = 0
  }
  const [http, alone] = [median(times.http.slice(rounds.warm)), median(times.bare.slice(rounds.warm))]
  return { what, value: http / alone, unit: '×', target, of: `${http.toFixed(1)} of ${alone.toFixed(1)} ms` }
}
