/** The words that figures are read by, from data/lexicon/figures.yaml, checked. */
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'
import { projectFile } from '../../project.ts'
import { WordList } from '../frames/wordList.ts'

const words = z.array(z.string().min(1)).transform((list) => new WordList(list))

const shape = z.strictObject({
  money: words,
  amounts: words,
  counts: words,
  names: words,
  deeds: words,
  links: words,
  leads: words,
  qualifiers: words,
  foreign: words,
  never: words,
  growth: words,
  fall: words,
})

const file = projectFile('data', 'lexicon', 'figures.yaml')
const parsed = shape.safeParse(parse(readFileSync(file, 'utf8')))
if (!parsed.success) throw new Error(`${file}: ${z.prettifyError(parsed.error)}`)

export const figureWords = parsed.data
