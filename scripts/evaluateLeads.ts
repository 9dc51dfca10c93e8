/**
 * Measures leads against what is known: every other supplier of each company is held back, and the leads to the
 * company's suppliers are asked for. node --import tsx scripts/evaluateLeads.ts reads the store of the configuration.
 */
import { leadsOf } from '../server/ask/leads/leads.ts'
import { vocabularyOf } from '../server/ask/vocabulary.ts'
import { readConfig } from '../server/config.ts'
import { readCatalog } from '../server/names/catalog.ts'
import { neighbors } from '../server/read/neighbors.ts'
import { openStore } from '../server/store/open.ts'

/** How many leads a person looks at. */
const looked = 10
const allRelationships = 100_000

const store = openStore(readConfig(process.env))
try {
  const catalog = await readCatalog(store)
  const vocabulary = await vocabularyOf(store, catalog)
  const companies = catalog.entities.filter(({ label }) => label === 'Company')
  const { relationships } = await neighbors(store, {
    of: companies.map(({ id }) => id),
    direction: 'OUT',
    where: { types: ['SUPPLIES'] },
    first: allRelationships,
  })
  const suppliers = new Map<string, Set<string>>()
  for (const { start, end } of relationships)
    if (catalog.get(end)?.label === 'Company')
      suppliers.set(end, (suppliers.get(end) ?? new Set()).add(start))
  let [hits, given, hidden] = [0, 0, 0]
  for (const [company, known] of suppliers) {
    const heldBack = new Set([...known].sort().filter((_id, index) => index % 2 === 0))
    if (known.size < 2) continue
    const leads = await leadsOf({ store, catalog, vocabulary }, company, {
      role: 'suppliers',
      first: looked,
      heldBack: ({ type, start, end }) => type === 'SUPPLIES' && end === company && heldBack.has(start),
    })
    const found = leads.filter(({ entity }) => heldBack.has(entity.id)).length
    hits += found
    given += Math.min(looked, leads.length)
    hidden += heldBack.size
  }
  console.log(
    `precision at ${looked.toString()}: ${((100 * hits) / given).toFixed(1)} % (${hits.toString()} of ${given.toString()}); ` +
      `found again: ${((100 * hits) / hidden).toFixed(1)} % of ${hidden.toString()} held back`,
  )
} finally {
  await store.close()
}
