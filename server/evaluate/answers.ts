/** Asks questions of a graph and judges the answers. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ask } from '../ask/ask.ts'
import { load } from '../load/load.ts'
import { readCatalog, type Catalog } from '../names/catalog.ts'
import { projectFile } from '../project.ts'
import { openStore } from '../store/open.ts'
import type { Store } from '../store/store.ts'
import { judgeWith, type ConfirmedFact } from './confirmed.ts'
import type { ExpectedAnswer, Verdict } from './questions.ts'

/** The day that questions of the evaluation are asked: 去年 is 2025. */
export const today = '2026-06-30'

export interface JudgedAnswer {
  readonly wanted: ExpectedAnswer
  readonly kind: string
  readonly text: string
  readonly names: readonly string[]
  readonly verdict: Verdict
}

/** A graph that questions are asked of. */
export interface Graph {
  readonly store: Store
  readonly catalog: Catalog
}

/** The manifests of the tables that ship; what documents add changes with how they are read. */
export const shippedTables = (): readonly string[] =>
  readdirSync(projectFile('data', 'sources'))
    .filter((name) => name.endsWith('.yaml') && name !== 'digests.yaml')
    .sort()
    .map((name) => projectFile('data', 'sources', name))

/** What `work` makes of the graph of these sources, in an embedded store of its own that is gone afterwards. */
export const overGraph = async <T>(
  paths: readonly string[],
  work: (graph: Graph) => Promise<T>,
): Promise<T> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'liantu-evaluation-'))
  const store = openStore({ dataDir, neo4j: null })
  try {
    await load({ store, dataDir, paths })
    return await work({ store, catalog: await readCatalog(store) })
  } finally {
    await store.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

/** The judged answers to questions over a graph, one after another; confirmed facts may stand beside what is expected. */
export const answersOver = async (
  graph: Graph,
  questions: readonly ExpectedAnswer[],
  confirmed: readonly ConfirmedFact[] = [],
): Promise<readonly JudgedAnswer[]> => {
  const judged: JudgedAnswer[] = []
  for (const wanted of questions) {
    const answer = await ask({ ...graph, text: wanted.question, today })
    const { kind, text, entities } = answer
    judged.push({
      wanted,
      kind,
      text,
      names: entities.map(({ name }) => name),
      verdict: judgeWith(answer, wanted, { catalog: graph.catalog, confirmed }),
    })
  }
  return judged
}
