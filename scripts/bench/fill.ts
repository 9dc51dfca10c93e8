/**
 * Writes a made industry straight into an empty store: the loader's own plans and batches, slice by slice, without
 * reading tables, resolving names and comparing with what is there. The graph is the one that loading its tables gives;
 * the rows of evidence are numbered alike.
 */
import { entityPlan, factPlan } from '../../server/load/claims.ts'
import type { Difference } from '../../server/load/difference.ts'
import { linkDocument } from '../../server/load/document.ts'
import type { Source } from '../../server/load/manifest.ts'
import { publish, writeDifference } from '../../server/load/write.ts'
import type { Written } from '../../server/load/written.ts'
import { documentId, entityId, relationshipId } from '../../server/model/identity.ts'
import { model } from '../../server/model/model.ts'
import { setupStore } from '../../server/store/setup.ts'
import type { Store } from '../../server/store/store.ts'
import type { Industry, IndustryFact } from './industry.ts'

/** Facts planned at a time: what is planned is held in memory. */
const slice = 50_000
/** What a table is taken for that says nothing of it. */
const confidence = 0.95

const source: Source = {
  manifest: { id: 'relations', tables: [], documents: [] },
  folder: '',
  origin: '',
}

/** The document of the table of entities. */
const table = documentId('industry')

/** Writes the industry; the store must be empty. Gives how long it took, in seconds. */
export const fillStore = async (store: Store, industry: Industry): Promise<number> => {
  await setupStore(store)
  const began = performance.now()
  const graph = {
    id: 'graph',
    version: `industry of ${industry.facts.length.toString()}`,
    loadedAt: new Date(0).toISOString(),
    modelVersion: model.version,
    inputs: '',
  }
  const write = async (part: Partial<Difference>): Promise<void> => {
    await writeDifference(store, part, () => undefined)
    await publish(store, graph)
  }
  const entities = industry.entities.map(({ label, name }) => ({ id: entityId(label, name), label, name }))
  await write({
    documents: [{ id: table, props: { id: table, kind: 'TABLE', title: 'entities.csv' } }],
    entities: entities.map((entity, index) => {
      const stated = {
        source: 'entities',
        file: 'entities.csv',
        row: index + 2,
        quote: null,
        document: table,
        label: entity.label,
        name: entity.name,
        aliases: [],
        englishName: null,
        code: null,
        description: null,
        pending: false,
        spans: [],
      }
      const plan = entityPlan(entity, [stated], { formerIds: [], isStated: true })
      return { id: entity.id, plan, isNew: true, created: plan.claims, updated: [], removed: [] }
    }),
  })
  const documents = new Map<string, Written>()
  let row = 1
  const planOf = ({ type, start, end, product, statements }: IndustryFact) => {
    const [from, to] = [entities[start], entities[end]]
    if (from === undefined || to === undefined) throw new RangeError('a fact has an end that is no entity')
    const id = relationshipId(type, from.id, to.id, product)
    const isTurned = model.types[type].symmetric && from.id > to.id
    const ends = isTurned ? { start: to, end: from } : { start: from, end: to }
    return factPlan(
      id,
      statements.map(({ stage, date, address }) => {
        const document = documentId(address)
        if (!documents.has(document)) documents.set(document, linkDocument(source, address))
        row++
        const statement = {
          source: 'relations',
          file: 'relations.csv',
          row,
          quote: null,
          document,
          type,
          start: { name: from.name, labels: [from.label], column: 'start' },
          end: { name: to.name, labels: [to.label], column: 'end' },
          product,
          stage,
          since: date,
          until: stage === 'ENDED' ? date : null,
          figure: null,
          note: null,
          confidence,
          pending: false,
        }
        return { of: id, type, ...ends, statement }
      }),
    )
  }
  for (let from = 0; from < industry.facts.length; from += slice) {
    documents.clear()
    const plans = industry.facts.slice(from, from + slice).map(planOf)
    await write({
      documents: [...documents.values()],
      facts: plans.map((plan) => ({
        id: plan.id,
        plan,
        isNew: true,
        created: plan.claims,
        updated: [],
        removed: [],
        held: undefined,
      })),
    })
  }
  return (performance.now() - began) / 1_000
}
