/** What is supplied, as a sentence says it: the names of products, else the words that stand in their place. */
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'
import { projectFile } from '../../project.ts'
import type { Span } from '../span.ts'
import { isClauseMark } from './clause.ts'
import type { Layout } from './layout.ts'
import type { Part } from './pattern.ts'
import { WordList } from './wordList.ts'

export interface Product extends Span {
  /** Cleaned. */
  readonly text: string
}

/** The name of a product is looked for this far behind the place. */
const reach = 12
/** Words for a product have this many characters. */
const lengths = { least: 2, most: 16 }

const words = z.array(z.string().min(1))
const shape = z.strictObject({
  before: words.transform((list) => new WordList(list)),
  after: words.transform((list) => new WordList(list)),
  never: words.transform((list) => new Set(list)),
  endings: words.transform((list) => new WordList(list)),
  stops: words.transform((list) => new WordList(list)),
})
const file = projectFile('data', 'lexicon', 'frames', 'supplied.yaml')
const parsed = shape.safeParse(parse(readFileSync(file, 'utf8')))
if (!parsed.success) throw new Error(`${file}: ${z.prettifyError(parsed.error)}`)
const supplied = parsed.data

/** Product names near this place, with nobody else's name before them. */
const namedAt = ({ text, sentence, mentionAt, groups }: Layout, start: number): readonly Product[] => {
  for (let at = start; at <= start + reach && at < sentence.end; at++) {
    if (isClauseMark(text, at)) return []
    if (!mentionAt.has(at)) continue
    return (groups.get(at) ?? [])
      .filter((group) => group.members.every(({ label }) => label === 'Product'))
      .flatMap((group) => {
        const [first, last] = [group.members[0], group.members.at(-1)]
        return first && last ? [{ start: at, end: group.end, text: text.slice(first.start, last.end) }] : []
      })
  }
  return []
}

const cleaned = (text: string): string => {
  let [start, end] = [0, text.length]
  for (let word = supplied.before.at(text, start); word; word = supplied.before.at(text, start))
    start += word.length
  for (
    let word = supplied.after.before(text, end);
    word && end > start;
    word = supplied.after.before(text, end)
  )
    end -= word.length
  return text.slice(start, end).trim()
}

const isProduct = (text: string): boolean =>
  text.length >= lengths.least &&
  text.length <= lengths.most &&
  !supplied.never.has(text) &&
  supplied.endings.before(text, text.length) === undefined &&
  !/[\d。“”‘’《》()（）、]|^[为与向给在将和及、]/.test(text)

/** The ends that words for a product may have here: before the next words of the pattern, else before a stop. */
const worded = (layout: Layout, start: number, next: Part | undefined): readonly Product[] => {
  const { text, sentence, mentionAt } = layout
  const found: Product[] = []
  for (let end = start; end <= sentence.end && end - start <= lengths.most; end++) {
    const over = end === sentence.end || isClauseMark(text, end) || mentionAt.has(end)
    const stop = over || text[end] === '、' || supplied.stops.at(text, end) !== undefined
    const atNext = next?.kind === 'words' && next.words.some((word) => text.startsWith(word, end))
    if (next ? atNext : stop) {
      const product = cleaned(text.slice(start, end))
      if (isProduct(product)) found.push({ start, end, text: product })
    }
    if (over || (stop && !next && end > start)) break
  }
  return found
}

/** What may stand for a product at this place: named products, else words. */
export const productsAt = (layout: Layout, start: number, next: Part | undefined): readonly Product[] => [
  ...namedAt(layout, start),
  ...worded(layout, start, next),
]
