/** Brings a store from what it holds to what it is to hold, part by part, so that memory never has all changes at once. */
import { model } from '../model/model.ts'
import type { EntityPlan } from './claims.ts'
import { type Change, type Difference, type HeldGraph } from './difference.ts'
import { GraphVersion, type Graph } from './graph.ts'
import { Changes } from './report.ts'
import { Reviews } from './reviews.ts'
import { batches, type Progress as Written } from './write.ts'
import type { Written as WrittenNode } from './written.ts'

/** Called after each batch with how many of how many entities and facts are written, as far as is known by then. */
export type Progress = (done: number, total: number) => void

/** Reviews that are made at a time. */
const reviewsAtOnce = 5_000

/** What is to be written, where, and who is told. */
export interface Update {
  readonly held: HeldGraph
  readonly graph: Graph
  readonly documents: ReadonlyMap<string, WrittenNode>
  /** Sources whose unchanged things are counted. */
  readonly of: ReadonlySet<string>
  /** undefined where nothing is to be written, only told. */
  readonly write: ((part: Partial<Difference>, progress: Written) => Promise<void>) | undefined
  readonly progress: Progress
}

/** What was changed; the version of the graph; how many things, claims aside, were written or removed. */
export interface Updated {
  readonly changes: Changes
  readonly version: string
  readonly writes: number
}

/**
 * Writes what differs. Documents come first and what goes comes last, so that the store is whole after every batch; killed
 * between two of them and run again, the rest is written. The graph is not published yet.
 */
export const bringUpToDate = async (update: Update): Promise<Updated> => {
  const { held, graph, documents, of, progress } = update
  const changes = new Changes(graph)
  const version = new GraphVersion()
  const reviews = new Reviews(graph.doubts)
  let [done, writes] = [0, 0]
  const tell = (count: number): void => {
    done += count
    const { unchanged, removed } = changes.counts
    if (done > 0) progress(done, graph.size - unchanged + removed)
  }
  const write = async (part: Partial<Difference>): Promise<void> => {
    for (const list of Object.values(part)) writes += list.length
    await update.write?.(part, tell)
  }
  await write({ documents: [...held.documents.changed(documents.values())] })
  const gone: Change<EntityPlan>[] = []
  for (const part of graph.entities()) {
    version.add(part.plans.values())
    const compared = held.entities(part, of)
    changes.addEntities(compared)
    for (const change of compared.changes) if (change.plan === undefined) gone.push(change)
    await write({ entities: compared.changes.filter(({ plan }) => plan !== undefined) })
  }
  for (const part of graph.facts()) {
    version.add(part.plans.values())
    reviews.add(part.plans.values())
    const compared = held.facts(part, of)
    changes.addFacts(compared)
    await write({ facts: compared.changes })
  }
  await write({ entities: gone, removedDocuments: held.documents.gone })
  for (const batch of batches(held.reviews.changed(reviews), reviewsAtOnce)) await write({ reviews: batch })
  await write({ removedReviews: held.reviews.gone })
  tell(0)
  return { changes, version: version.of(model.version, documents.values()), writes }
}
