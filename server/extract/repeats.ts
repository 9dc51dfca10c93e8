/** Names found once, wherever else the document uses them. */
import type { Label } from '../model/model.ts'
import { propose, type Candidate } from './candidates/candidate.ts'
import type { Scene } from './scene.ts'
import { Trie } from './trie.ts'

/** Labels whose names mean the same wherever they stand in a document. */
const lasting: ReadonlySet<Label> = new Set(['Company', 'Product', 'Park', 'Project', 'Institution'])

/** Names found by a rule that is wrong too often are not looked for again. */
const sureEnough = 0.6

/** Proposes the other uses of the new names found. */
export const repeats = (scene: Scene, found: readonly Candidate[]): readonly Candidate[] => {
  const trie = new Trie<Candidate>(found.length)
  const seen = new Set<string>()
  for (const candidate of found) {
    const text = scene.text.slice(candidate.start, candidate.end)
    if (
      candidate.label === null ||
      !lasting.has(candidate.label) ||
      seen.has(text) ||
      candidate.rate < sureEnough
    )
      continue
    seen.add(text)
    trie.add(text, candidate)
  }
  return trie.all(scene.text).flatMap(({ start, end, values }) => {
    const isWhole = scene.tokenAt(start)?.start === start && scene.tokenAt(end - 1)?.end === end
    if (!isWhole) return []
    return values
      .filter((value) => value.start !== start)
      .map((value) => ({
        ...propose(value.label === 'Product' ? 'repeated-product' : 'repeated-name', value.label, {
          start,
          end,
        }),
        known: value.known,
        name: value.name,
      }))
  })
}
