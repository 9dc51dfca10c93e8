/** The words that clauses are laid out by, read from data/lexicon/clauses.yaml and checked. */
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'
import { labels } from '../../model/model.ts'
import { projectFile } from '../../project.ts'
import { WordList } from './wordList.ts'

const words = z.array(z.string().min(1)).transform((list) => new WordList(list))

const shape = z.strictObject({
  adverbials: words,
  placings: words,
  closings: words,
  appositions: words,
  prepositions: words,
  references: z.partialRecord(z.enum(labels), z.strictObject({ strong: words, weak: words })),
  newcomers: words,
  units: words,
  issuers: words,
  former: words,
  latter: words,
  lookalikes: words,
  belongings: words,
  others: words,
  nearby: words,
  speeches: words,
  pairs: words,
  recipients: words,
  partakings: words,
  introductions: words,
  joiners: words,
  compounds: words,
  renamings: words,
  ownings: words,
})

const file = projectFile('data', 'lexicon', 'clauses.yaml')
const parsed = shape.safeParse(parse(readFileSync(file, 'utf8')))
if (!parsed.success) throw new Error(`${file}: ${z.prettifyError(parsed.error)}`)

const lists = Object.values(parsed.data.references).flatMap(({ strong, weak }) => [
  ...strong.words,
  ...weak.words,
])

/** `referring`: the words of all references together. */
export const wording = { ...parsed.data, referring: new WordList(lists) }
