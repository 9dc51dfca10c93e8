/** The drawing module under stress, against what else would lay out and draw the same graph. */
import type { Page } from 'playwright-core'
import { inChromium, processorClock, withBuilt } from './chromium.ts'
import { median, type Figure } from './figure.ts'
import type { Section } from './section.ts'

/** Each side once to warm up, and so many times counted. */
const rounds = 5

/** What a side took in each counted round. */
interface Taken {
  /** Processor time of the page, in milliseconds. */
  readonly processor: number[]
  readonly milliseconds: number[]
  readonly longestTask: number[]
  /** The last layout's mean length of an edge over the mean distance of any two nodes. */
  edgeLength: number
}

/** Runs the sides by turns. */
const compare = async <Side extends string>(
  page: Page,
  sides: readonly Side[],
): Promise<(side: Side) => Taken> => {
  const clock = await processorClock(page)
  const taken = new Map<Side, Taken>(
    sides.map((side) => [side, { processor: [], milliseconds: [], longestTask: [], edgeLength: 0 }]),
  )
  const of = (side: Side): Taken => {
    const found = taken.get(side)
    if (found === undefined) throw new Error(`${side} did not run`)
    return found
  }
  for (let round = 0; round <= rounds; round++)
    for (const side of sides) {
      await page.evaluate((name) => globalThis.prepare(name), side)
      await page.requestGC()
      const before = await clock()
      const { milliseconds, longestTask } = await page.evaluate(() => globalThis.run())
      const processor = (await clock()) - before
      const mine = of(side)
      mine.edgeLength = await page.evaluate(() => globalThis.edgeLength())
      if (round === 0) continue
      mine.processor.push(processor)
      mine.milliseconds.push(milliseconds)
      mine.longestTask.push(longestTask)
    }
  return of
}

const ratio = (
  what: string,
  [ours, theirs]: readonly [readonly number[], readonly number[]],
  atMost: number,
): Figure => {
  const [mine, other] = [median(ours), median(theirs)]
  return {
    what,
    store: null,
    value: mine / other,
    unit: '×',
    target: { atMost },
    of: `${mine.toFixed(0)} of ${other.toFixed(0)} ms`,
  }
}

async function* measureAt(page: Page, url: string): AsyncIterable<readonly Figure[]> {
  await page.goto(url)
  await page.waitForFunction(() => 'run' in globalThis)
  const force = await compare(page, ['force', 'fcose'])
  const [ours, theirs] = [force('force'), force('fcose')]
  yield [
    ratio(
      "layout of a hub graph of 1,000 nodes in processor time, against fcose's default",
      [ours.processor, theirs.processor],
      Number((1 / 15).toFixed(3)),
    ),
    {
      what: 'mean edge length of that layout, each over the mean distance of any two nodes, against the same',
      store: null,
      value: ours.edgeLength / theirs.edgeLength,
      unit: '×',
      target: { atMost: 1 },
      of: `${ours.edgeLength.toFixed(3)} of ${theirs.edgeLength.toFixed(3)}`,
    },
  ]
  const tiers = await compare(page, ['tiers', 'dagre'])
  yield [
    ratio(
      "tiers of 1,000 nodes in processor time, against dagre's default ranker",
      [tiers('tiers').processor, tiers('dagre').processor],
      0.125,
    ),
  ]
  const large = await compare(page, ['large'])
  yield [
    {
      what: 'longest task of the main thread while 5,000 nodes are laid out (0: none over 50 ms)',
      store: null,
      value: Math.max(...large('large').longestTask),
      unit: 'ms',
      target: { atMost: 50 },
      of: `layouts of ${median(large('large').milliseconds).toFixed(0)} ms`,
    },
  ]
  const first = await compare(page, ['drawn', 'stock'])
  yield [
    ratio(
      'first render of 5,000 nodes and 10,000 edges, against Cytoscape with bezier edges and labels',
      [first('drawn').milliseconds, first('stock').milliseconds],
      0.5,
    ),
    ratio('the same in processor time', [first('drawn').processor, first('stock').processor], 0.5),
  ]
}

/** Layouts and first render in Chromium. */
export const drawing: Section = {
  name: 'drawing',
  title: 'Drawing',
  about:
    'In headless Chromium that draws in software, on the drawing module built as the page is. Layouts run as on the page, in a worker; what is compared gets nodes of the same size and no animation. Processor time is that of the whole page, all threads.',
  measure: () => inChromium((page) => withBuilt('browser', (url) => measureAt(page, url))),
}
