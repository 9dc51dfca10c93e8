/** Signals from where a company stands: the same park, the same cluster, products of the same trade. */
import type { Relationship } from '../../read/relationship.ts'
import { mostRelationships } from './reader.ts'
import { around, isCompany, nameOf, type Own, type Search, type Signal } from './search.ts'

/** Parts of a name that tell a trade: two characters that are no general word. */
const general = new Set([
  '产业',
  '集群',
  '有限',
  '公司',
  '股份',
  '集团',
  '科技',
  '常州',
  '武进',
  '江苏',
  '系统',
  '设备',
  '智能',
  '国家',
  '产品',
  '项目',
  '关键',
  '新能',
  '能源',
  '高新',
])

const tradesOf = (names: readonly string[]): ReadonlySet<string> => {
  const found = new Set<string>()
  for (const name of names)
    for (let start = 0; start + 2 <= name.length; start++) {
      const pair = name.slice(start, start + 2)
      if (/^\p{Script=Han}{2}$/u.test(pair) && !general.has(pair)) found.add(pair)
    }
  return found
}

/** From where the company stands: who else stands there, and whose products are of its trade by name. */
export const throughSettings = async (search: Search, own: Own): Promise<readonly Signal[]> => {
  const { source, target } = search
  const { catalog } = source
  const parks = own.facts.filter(
    ({ type, end }) => type === 'LOCATED_IN' && catalog.get(end)?.label === 'Park',
  )
  const clusters = own.facts.filter(({ type, start }) => type === 'BELONGS_TO' && start === target)
  const inside = [
    ...new Set([...parks.map(({ end }) => end), ...search.places].flatMap((id) => [...catalog.within(id)])),
  ]
  const located = await around(search, inside, ['LOCATED_IN'], 'IN')
  const members = await around(
    search,
    clusters.map(({ end }) => end),
    ['BELONGS_TO'],
    'IN',
  )
  const ownParks = new Set(parks.flatMap(({ end }) => [...catalog.within(end)]))
  const placed = located.flatMap((fact): Signal[] =>
    isCompany(search, fact.start) && ownParks.has(fact.end)
      ? [
          {
            company: fact.start,
            reason: 'samePark',
            text: `与${nameOf(search, target)}同在${nameOf(search, fact.end)}`,
            via: [fact.end],
            facts: [fact, ...parks.filter(({ end }) => end === fact.end)],
            product: null,
          },
        ]
      : [],
  )
  const grouped = members.flatMap((fact): Signal[] =>
    isCompany(search, fact.start)
      ? [
          {
            company: fact.start,
            reason: 'sameCluster',
            text: `与${nameOf(search, target)}同属${nameOf(search, fact.end)}`,
            via: [fact.end],
            facts: [fact, ...clusters.filter(({ end }) => end === fact.end)],
            product: null,
          },
        ]
      : [],
  )
  const companies = [
    ...new Set([...located, ...members].map(({ start }) => start).filter((id) => isCompany(search, id))),
  ]
  return [...placed, ...grouped, ...(await ofTrade(search, clusters, companies))]
}

const ofTrade = async (
  search: Search,
  clusters: readonly Relationship[],
  companies: readonly string[],
): Promise<readonly Signal[]> => {
  const trades = tradesOf([nameOf(search, search.target), ...clusters.map(({ end }) => nameOf(search, end))])
  const products = await around(search, companies.slice(0, mostRelationships), ['PRODUCES'], 'OUT')
  return products.flatMap((fact): Signal[] => {
    const product = nameOf(search, fact.end)
    const trade = [...tradesOf([product])].find((pair) => trades.has(pair))
    if (trade === undefined || search.role === 'customers') return []
    return [
      {
        company: fact.start,
        reason: 'trade',
        text: `生产${product}，与${nameOf(search, search.target)}同属${trade}行业`,
        via: [fact.end],
        facts: [fact],
        product,
      },
    ]
  })
}
