/** Loading 100,000 relations, against a loop written by hand on the same store. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { emptyStore } from '../../server/load/empty.ts'
import { load } from '../../server/load/load.ts'
import { openStore, type StoreConfig } from '../../server/store/open.ts'
import type { Store } from '../../server/store/store.ts'
import { benchChain } from './chain.ts'
import { median, type Figure } from './figure.ts'
import { rowsOf, writeByHand } from './loop.ts'
import { generatePairs, relationCount, writeTables } from './network.ts'
import type { Section } from './section.ts'
import { onEachStore, type Configure } from './stores.ts'

const rounds = 3
/** Relations that are written with one row per transaction. */
const sampleCount = 300

const rate = (seconds: number): string => Math.round(relationCount / seconds).toString()

/** Runs work on a store that is empty before it. */
const onEmptyStore = async <T>(config: StoreConfig, work: (store: Store) => Promise<T>): Promise<T> => {
  const store = openStore(config)
  try {
    // A database is shared by all rounds; an embedded store is as new as its DATA_DIR.
    if (store.kind === 'neo4j') await emptyStore(store)
    return await work(store)
  } finally {
    await store.close()
  }
}

const seconds = async (work: () => Promise<unknown>): Promise<number> => {
  const began = performance.now()
  await work()
  return (performance.now() - began) / 1_000
}

/** Measures in rounds; the last leaves a store that holds the network, which the supply chain is measured on. */
const measure = async (configure: Configure): Promise<readonly Figure[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'liantu-bench-'))
  const pairs = generatePairs()
  const sample = pairs.slice(0, sampleCount)
  writeTables(folder, pairs)
  const times = {
    bare: new Array<number>(),
    hand: new Array<number>(),
    single: new Array<number>(),
    load: new Array<number>(),
    again: new Array<number>(),
  }
  let figures: readonly Figure[] = []
  for (let round = 0; round < rounds; round++) {
    const dataDir = (name: string): string => join(folder, `${name}-${round.toString()}`)
    times.bare.push(
      await onEmptyStore(configure(dataDir('bare')), (store) =>
        writeByHand(store, pairs, { withEvidence: false }),
      ),
    )
    times.hand.push(
      await onEmptyStore(configure(dataDir('hand')), (store) =>
        writeByHand(store, pairs, { withEvidence: true }),
      ),
    )
    times.single.push(
      await onEmptyStore(configure(dataDir('single')), (store) =>
        writeByHand(store, sample, { withEvidence: true, batch: 1 }),
      ),
    )
    await onEmptyStore(configure(dataDir('load')), async (store) => {
      const options = { store, dataDir: dataDir('load'), paths: [folder] }
      times.load.push(await seconds(() => load(options)))
      times.again.push(await seconds(() => load(options)))
      if (round === rounds - 1)
        figures = [
          ...ratios(store.kind, times),
          ...batched(store.kind, times, { all: rowsOf(pairs), sample: rowsOf(sample) }),
          ...(await benchChain(store, pairs)),
        ]
    })
  }
  rmSync(folder, { recursive: true, force: true })
  return figures
}

type Times = Readonly<Record<'bare' | 'hand' | 'single' | 'load' | 'again', readonly number[]>>

/**
 * How many times faster a load writes than a loop with one row per transaction, by the rows both write; and the same of
 * the loop in batches, which is as far as the store lets anyone come.
 */
const batched = (
  store: Figure['store'],
  { load: loading, hand, single }: Times,
  rows: { readonly all: number; readonly sample: number },
): readonly Figure[] => {
  const one = rows.sample / median(single)
  const against = (what: string, times: readonly number[], target: Figure['target']): Figure => {
    const all = rows.all / median(times)
    const of = `${Math.round(all).toString()} of ${Math.round(one).toString()} rows/s`
    return { what, store, value: all / one, unit: '×', target, of }
  }
  return [
    against('loading, all rows written, against one row per transaction', loading, { atLeast: 20 }),
    against('the loop by hand in batches, against the same', hand, null),
  ]
}

const ratios = (store: Figure['store'], times: Times): readonly Figure[] => {
  const of = (over: readonly number[], under: readonly number[]): number =>
    median(over.map((value, round) => value / (under[round] ?? value)))
  return [
    {
      what: 'loading 100,000 relations, rows/s as a share of the loop by hand',
      store,
      value: of(times.hand, times.load),
      unit: '×',
      target: { atLeast: 0.8 },
      of: `${rate(median(times.load))} of ${rate(median(times.hand))} rows/s`,
    },
    {
      what: 'the same, as a share of a loop that writes entities and relationships alone, without evidence',
      store,
      value: of(times.bare, times.load),
      unit: '×',
      target: null,
      of: `${rate(median(times.load))} of ${rate(median(times.bare))} rows/s`,
    },
    {
      what: 'loading them again, unchanged, as a share of the time',
      store,
      value: of(times.again, times.load),
      unit: '×',
      target: { atMost: 0.5 },
      of: `${median(times.again).toFixed(1)} of ${median(times.load).toFixed(1)} s`,
    },
  ]
}

/** Loading a generated network and walking it. */
export const loading: Section = {
  name: 'load',
  title: 'Loading, and a supply chain',
  about: `${relationCount.toLocaleString('en')} generated relations. The loop by hand writes what a load writes of the same table (entities, declarations, relationships, evidence), and reads, checks and compares nothing.`,
  measure: () => onEachStore(measure),
}
