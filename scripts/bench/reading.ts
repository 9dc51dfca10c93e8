/** Documents: how fast a core reads them, how much memory a large folder takes, and what an unchanged one costs again. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { runNode, type Finished } from './childProcess.ts'
import type { Figure } from './figure.ts'
import { writeNews } from './news.ts'
import type { Section } from './section.ts'

/** The folder that is read and loaded into a store, and the smaller one that is loaded twice, in bytes. */
const sizes = { large: 10_000_000, small: 2_000_000 } as const

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

const load = (folder: string, dataDir: string): Promise<Finished> =>
  runNode(['build/load.js', folder], { DATA_DIR: dataDir, NEO4J_URI: '' })

const loadLarge = async (folder: string, dataDir: string): Promise<readonly Figure[]> => {
  const { seconds, megabytes } = await load(folder, dataDir)
  return [
    {
      what: 'the loader of a folder of 10 MB, resident at its peak',
      store: 'embedded',
      value: megabytes,
      unit: 'MB',
      target: { atMost: 500 },
      of: `without the store process; loaded in ${seconds.toFixed(0)} s`,
    },
  ]
}

const loadTwice = async (folder: string, dataDir: string): Promise<readonly Figure[]> => {
  const first = await load(folder, dataDir)
  const again = await load(folder, dataDir)
  return [
    {
      what: 'loading a folder of 2 MB again, unchanged, as a share of the time',
      store: 'embedded',
      value: again.seconds / first.seconds,
      unit: '×',
      target: { atMost: 0.5 },
      of: `${again.seconds.toFixed(1)} of ${first.seconds.toFixed(1)} s`,
    },
  ]
}

async function* measure(): AsyncIterable<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'liantu-bench-'))
  try {
    await writeNews(join(folder, 'large'), sizes.large)
    yield await readFolder(join(folder, 'large'))
    yield await loadLarge(join(folder, 'large'), join(folder, 'data-large'))
    await writeNews(join(folder, 'small'), sizes.small)
    yield await loadTwice(join(folder, 'small'), join(folder, 'data-small'))
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
