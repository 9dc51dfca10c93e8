/** Learns the tagger's weights: a linear-chain conditional random field by stochastic gradients (AdaGrad). */
import { labels } from '../../model/model.ts'
import { byGroup, fillClosings, fillOpenings, type Lattice, latticeOf, probabilityAt } from './lattice.ts'
import {
  beginOf,
  endOf,
  insideOf,
  outside,
  stepBetween,
  stepCount,
  stepOf,
  stepWithin,
  tagCount,
} from './tags.ts'
import { scoresOf, stepsOf, type Weights } from './weights.ts'

/** A sentence to learn from. */
export interface Example {
  /** The features of each word. */
  readonly features: readonly (readonly string[])[]
  /** The right tag of each word. */
  readonly tags: readonly number[]
}

/** How often all examples are gone through; more learns the documents by heart. */
const rounds = 5
/** The size of the first step of a weight. */
const rate = 0.2
/** How strongly weights are drawn to nothing. */
const decay = 1e-3
/** A feature that stands at fewer words says nothing of other texts. */
const fewest = 2
/** Smaller errors change nothing. */
const negligible = 1e-5
/** What the squares of a weight's gradients begin with, so that its first step is bounded. */
const firstSquare = 1e-2

interface Row {
  readonly weights: Float64Array
  /** The sums of the squares of the gradients so far. */
  readonly squares: Float64Array
}

const newRow = (size: number): Row => ({
  weights: new Float64Array(size),
  squares: new Float64Array(size).fill(firstSquare),
})

const descend = ({ weights, squares }: Row, at: number, gradient: number): void => {
  const square = (squares[at] ?? 0) + gradient * gradient
  squares[at] = square
  weights[at] = (weights[at] ?? 0) - (rate * gradient) / Math.sqrt(square)
}

/** Numbers from 0 to below 1 that look drawn by lot and are the same at every run (mulberry32). */
const drawn = (): (() => number) => {
  let state = 1
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

interface Sentence {
  readonly rows: readonly (readonly Row[])[]
  readonly tags: readonly number[]
}

const shuffle = (list: Sentence[], draw: () => number): void => {
  for (let index = list.length - 1; index > 0; index--) {
    const other = Math.floor(draw() * (index + 1))
    const [left, right] = [list[index], list[other]]
    if (left === undefined || right === undefined) continue
    list[index] = right
    list[other] = left
  }
}

const rowsOf = (examples: readonly Example[]): Map<string, Row> => {
  const counts = new Map<string, number>()
  for (const { features } of examples)
    for (const name of features.flat()) counts.set(name, (counts.get(name) ?? 0) + 1)
  return new Map([...counts].filter(([, count]) => count >= fewest).map(([name]) => [name, newRow(tagCount)]))
}

/** Moves the weights of each word's features towards its right tag. */
const learnWords = ({ rows, tags }: Sentence, lattice: Lattice): void => {
  for (const [word, own] of rows.entries())
    for (let tag = 0; tag < tagCount; tag++) {
      const error = probabilityAt(lattice, word, tag) - (tags[word] === tag ? 1 : 0)
      if (Math.abs(error) < negligible) continue
      for (const row of own) descend(row, tag, error + decay * (row.weights[tag] ?? 0))
    }
}

/** Moves the weights between tags towards the right sequence. */
const learnSteps = ({ tags }: Sentence, lattice: Lattice, steps: Row): void => {
  const { forward, backward, factors, length } = lattice
  const errors = new Float64Array(stepCount)
  const add = (step: number, error: number): void => {
    errors[step] = (errors[step] ?? 0) + error
  }
  const [closed, opened] = [byGroup(), byGroup()]
  for (let word = 1; word < length; word++) {
    const at = word * tagCount
    const before = at - tagCount
    fillClosings(closed, forward, before)
    fillOpenings(opened, lattice, at)
    for (const [group, come] of closed.entries())
      for (const [next, go] of opened.entries()) {
        const step = stepBetween(group, next)
        add(step, come * (lattice.steps[step] ?? 0) * go)
      }
    for (const index of labels.keys())
      for (const isInner of [false, true])
        for (const isLast of [false, true]) {
          const step = stepWithin(index, isInner, isLast)
          const tag = at + (isLast ? endOf(index) : insideOf(index))
          const come = forward[before + (isInner ? insideOf(index) : beginOf(index))] ?? 0
          add(step, come * (lattice.steps[step] ?? 0) * (factors[tag] ?? 0) * (backward[tag] ?? 0))
        }
    add(stepOf(tags[word - 1] ?? outside, tags[word] ?? outside), -1)
  }
  for (const [at, error] of errors.entries()) if (error !== 0) descend(steps, at, error)
}

/** The weights that the examples teach; the same for the same examples in the same order. */
export const learn = (examples: readonly Example[]): Weights => {
  const rows = rowsOf(examples)
  const known = (name: string): readonly Row[] => {
    const row = rows.get(name)
    return row ? [row] : []
  }
  const sentences = examples.map(({ features, tags }): Sentence => ({
    rows: features.map((names) => names.flatMap(known)),
    tags,
  }))
  const steps = newRow(stepCount)
  const draw = drawn()
  for (let round = 0; round < rounds; round++) {
    shuffle(sentences, draw)
    for (const sentence of sentences) {
      const scores = scoresOf(sentence.rows.map((own) => own.map(({ weights }) => weights)))
      const lattice = latticeOf(scores, stepsOf({ steps: steps.weights }))
      learnWords(sentence, lattice)
      learnSteps(sentence, lattice, steps)
    }
  }
  return {
    features: new Map([...rows].map(([name, { weights }]) => [name, weights])),
    steps: steps.weights,
  }
}
