/** Asks questions of a graph and judges the answers. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ask } from '../ask/ask.ts'
import { load } from '../load/load.ts'
import { readCatalog } from '../names/catalog.ts'
import { openStore } from '../store/open.ts'
import { judge, type ExpectedAnswer, type Verdict } from './questions.ts'

/** The day the questions are asked: 去年 is 2025. */
const today = '2026-06-30'

export interface JudgedAnswer {
  readonly wanted: ExpectedAnswer
  readonly kind: string
  readonly text: string
  readonly names: readonly string[]
  readonly verdict: Verdict
}

/** The answers to questions over the graph that these sources make, in an embedded store of its own, one after another. */
export const answersOver = async (
  paths: readonly string[],
  questions: readonly ExpectedAnswer[],
): Promise<readonly JudgedAnswer[]> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'liantu-evaluation-'))
  const store = openStore({ dataDir, neo4j: null })
  try {
    await load({ store, dataDir, paths })
    const catalog = await readCatalog(store)
    const judged: JudgedAnswer[] = []
    for (const wanted of questions) {
      const answer = await ask({ store, catalog, text: wanted.question, today })
      const { kind, text, entities } = answer
      judged.push({
        wanted,
        kind,
        text,
        names: entities.map(({ name }) => name),
        verdict: judge(answer, wanted),
      })
    }
    return judged
  } finally {
    await store.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
}
