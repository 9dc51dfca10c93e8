/** Names that a question writes with characters of the same sound, or leaves the end off: only where nothing else explains it. */
import type { Entity } from '../names/catalog.ts'
import type { Hit } from '../names/hits.ts'
import { nameKey } from '../names/normalise.ts'
import { isOtherOfGroup } from './namesIn.ts'

/** A stretch of text, and what it is taken for. */
export interface Guess {
  readonly start: number
  readonly end: number
  readonly entities: readonly Entity[]
}

/** A name of fewer characters says too little to be guessed. */
const shortestGuess = 3
const longestGuess = 12
/** How far before and beyond an unknown stretch a name may reach. */
const reachBefore = 4
const reach = 6
/** Characters of the same sound; other slips are the index's own to find. */
const sameSound = 0.75
/** The most stretches tried for one question, so that no question takes long. */
const mostTried = 40

/** What hits agree on: one entity of the same sound, or one name that begins so. */
const agreed = (text: string, hits: readonly Hit[]): readonly Entity[] => {
  const [first, second] = hits
  if (first === undefined) return []
  if (first.reason === 'SIMILAR')
    return first.score >= sameSound &&
      first.matched.length === text.length &&
      first.score > (second?.score ?? 0)
      ? [first.entity]
      : []
  const key = nameKey(text)
  const starting = hits.filter(({ reason, matched }) => reason === 'PART' && nameKey(matched).startsWith(key))
  const [shortest] = [...starting].sort((left, right) => left.matched.length - right.matched.length)
  if (shortest === undefined || starting.length !== hits.length || isOtherOfGroup(key, shortest.entity))
    return []
  return starting.every(({ matched }) => matched.startsWith(shortest.matched)) ? [shortest.entity] : []
}

/** The best guess for each unknown stretch, the longer first; `search` looks names up. */
export const guessNames = (
  text: string,
  unknown: readonly { readonly start: number; readonly end: number }[],
  search: (text: string) => readonly Hit[],
): readonly Guess[] => {
  let tried = 0
  const guessed: Guess[] = []
  for (const run of unknown) {
    const windows: { start: number; end: number }[] = []
    for (let start = Math.max(0, run.start - reachBefore); start <= run.start; start++)
      for (let end = run.end; end <= Math.min(text.length, run.end + reach); end++)
        if (end - start >= shortestGuess && end - start <= longestGuess) windows.push({ start, end })
    windows.sort(
      (left, right) => right.end - right.start - (left.end - left.start) || left.start - right.start,
    )
    for (const { start, end } of windows) {
      if (tried++ >= mostTried) return guessed
      const written = text.slice(start, end)
      const entities = agreed(written, search(written))
      if (entities.length === 0) continue
      guessed.push({ start, end, entities })
      break
    }
  }
  return guessed
}
