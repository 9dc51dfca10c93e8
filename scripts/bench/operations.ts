/** What people ask of a graph, timed on a store that holds a made industry. */
import { pino } from 'pino'
import { followStore } from '../../server/graphql/live.ts'
import { createEndpoint, type Endpoint } from '../../server/graphql/yoga.ts'
import { entityId } from '../../server/model/identity.ts'
import type { Store } from '../../server/store/store.ts'
import { quantile, type Figure } from './figure.ts'
import type { Industry } from './industry.ts'
import { randomFrom } from './random.ts'

const rounds = { warm: 40, counted: 120 }

interface Pick {
  /** The id of another company at each call. */
  readonly company: () => string
  readonly name: () => string
  readonly park: () => string
}

interface Operation {
  readonly what: string
  readonly query: string
  readonly variables: (pick: Pick) => Readonly<Record<string, string>>
  /** Milliseconds at p95, by the name of the size where there is a target. */
  readonly targets?: Readonly<Record<string, number>>
}

const relationship = 'id type product stage since confidence sourceCount start { id } end { id }'

/** By the names that docs/scale.md shows. */
export const operations: readonly Operation[] = [
  {
    what: 'a company with its suppliers (20), parks and region',
    query: `query ($id: ID!) { entity(id: $id) { id name region { name } ... on Company { parks { name }
      suppliers(first: 20) { totalCount edges { node { name } relationships { product stage } } } } } }`,
    variables: (pick) => ({ id: pick.company() }),
  },
  {
    what: 'search for a part of a name',
    query: 'query ($text: String!) { search(text: $text) { entity { id name } reason } }',
    variables: (pick) => ({ text: pick.name() }),
  },
  {
    what: 'companies of a park (20)',
    query: `query ($park: String!) { entities(where: { park: $park, labels: [COMPANY] }, first: 20) {
      totalCount edges { node { id name } } } }`,
    variables: (pick) => ({ park: pick.park() }),
  },
  {
    what: 'neighbors (100)',
    query: `query ($id: ID!) { neighbors(of: [$id]) { truncated entities { id name } relationships { ${relationship} } } }`,
    variables: (pick) => ({ id: pick.company() }),
  },
  {
    what: 'supplyChain of depth 2 (300) with evidence',
    query: `query ($id: ID!) { supplyChain(of: $id, depth: 2) { truncated entities { id name }
      relationships { ${relationship} evidence { since stage document { title url } } } } }`,
    variables: (pick) => ({ id: pick.company() }),
  },
  {
    what: 'supplyChain of depth 3 (300)',
    query: `query ($id: ID!) { supplyChain(of: $id, depth: 3) { truncated entities { id name }
      tiers { depth entities { id } } relationships { ${relationship} } } }`,
    variables: (pick) => ({ id: pick.company() }),
    targets: { '10⁵ relationships': 40 },
  },
  {
    what: 'shortest paths (5) of at most 4',
    query: `query ($id: ID!, $to: ID!) { paths(from: $id, to: $to) { length entities { id name } relationships { ${relationship} } } }`,
    variables: (pick) => ({ id: pick.company(), to: pick.company() }),
    targets: { '10⁶ relationships': 60 },
  },
]

const pickFrom = (industry: Industry): Pick => {
  const random = randomFrom(7)
  const { entities, companies, companyCount } = industry
  const parks = entities.filter(({ label }) => label === 'Park')
  const some = (power: number): string =>
    entities[companies + Math.floor(companyCount * random() ** power)]?.name ?? ''
  return {
    company: () => entityId('Company', some(random() < 0.5 ? 1 : 3)),
    name: () => some(1).slice(2),
    park: () => parks[Math.floor(parks.length * random())]?.name ?? '',
  }
}

const ask = async (endpoint: Endpoint, query: string, variables: Readonly<Record<string, string>>) => {
  const response = await endpoint.fetch('http://localhost/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  })
  const answer = await response.text()
  if (!response.ok || answer.includes('"errors"'))
    throw new Error(`an operation failed: ${answer.slice(0, 200)}`)
}

/** Milliseconds at p95 of each operation, with those at p50; `size` names what the store holds. */
export const measureOperations = async (
  store: Store,
  industry: Industry,
  size: string,
): Promise<readonly Figure[]> => {
  const logger = pino({ level: 'silent' })
  const live = await followStore(store, logger)
  live.stop()
  const endpoint = createEndpoint({ store, live, logger, production: false })
  const pick = pickFrom(industry)
  const figures: Figure[] = []
  for (const { what, query, variables, targets } of operations) {
    const times: number[] = []
    for (let round = 0; round < rounds.warm + rounds.counted; round++) {
      const given = variables(pick)
      if (given['id'] !== undefined && given['to'] === given['id']) continue
      const began = performance.now()
      await ask(endpoint, query, given)
      if (round >= rounds.warm) times.push(performance.now() - began)
    }
    const target = targets?.[size]
    figures.push({
      what: `${what}, ${size}, p95`,
      store: store.kind,
      value: quantile(times, 0.95),
      unit: 'ms',
      target: target === undefined ? null : { atMost: target },
      of: `p50 ${quantile(times, 0.5).toFixed(1)} ms`,
    })
  }
  return figures
}
