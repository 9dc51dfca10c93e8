/** Documents: how fast a core reads them, how much memory a large folder takes, and what an unchanged one costs again. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { runNode } from './childProcess.ts'
import type { Figure } from './figure.ts'
import { writeNews } from './news.ts'
import type { Section } from './section.ts'

/** The folder that is read, and the smaller one that is loaded into a store, in bytes. */
const sizes = { read: 10_000_000, loaded: 2_000_000 } as const

const readShape = z.strictObject({
  characters: z.number(),
  facts: z.number(),
  seconds: z.number(),
  megabytes: z.number(),
})

const readFolder = async (folder: string): Promise<readonly Figure[]> => {
  const { output } = await runNode(['--import', 'tsx', 'scripts/bench/readFolder.ts', folder])
  const { characters, facts, seconds, megabytes } = readShape.parse(JSON.parse(output))
  return [
    {
      what: 'reading a folder of 10 MB, bytes to facts, per second of processor time',
      store: null,
      value: characters / seconds,
      unit: 'characters/s',
      target: { atLeast: 100_000 },
      of: `${characters.toString()} characters in ${seconds.toFixed(1)} s, ${facts.toString()} facts`,
    },
    {
      what: 'the same, resident at its peak',
      store: null,
      value: megabytes,
      unit: 'MB',
      target: { atMost: 500 },
    },
  ]
}

const loadTwice = async (folder: string, dataDir: string): Promise<readonly Figure[]> => {
  const environment = { DATA_DIR: dataDir, NEO4J_URI: '' }
  const first = await runNode(['build/load.js', folder], environment)
  const again = await runNode(['build/load.js', folder], environment)
  return [
    {
      what: 'loading a folder of 2 MB again, unchanged, as a share of the time',
      store: 'embedded',
      value: again.seconds / first.seconds,
      unit: '×',
      target: { atMost: 0.5 },
      of: `${again.seconds.toFixed(1)} of ${first.seconds.toFixed(1)} s`,
    },
    {
      what: 'the loader of that folder, resident at its peak',
      store: 'embedded',
      value: Math.max(first.megabytes, again.megabytes),
      unit: 'MB',
      target: null,
    },
  ]
}

async function* measure(): AsyncIterable<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'liantu-bench-'))
  try {
    await writeNews(join(folder, 'large'), sizes.read)
    yield await readFolder(join(folder, 'large'))
    await writeNews(join(folder, 'small'), sizes.loaded)
    yield await loadTwice(join(folder, 'small'), join(folder, 'data'))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Reading documents, with the names known that ship. */
export const reading: Section = {
  name: 'reading',
  title: 'Reading documents',
  about:
    'The shipped digests, four to an article, told of ever other firms, so that no two articles are alike. Processor time of all threads, in a process of its own that keeps nothing of what it read.',
  measure,
}
