/** Test texts with their entities marked: [远山座椅|Company]为[星河汽车|Company]供应座椅. */
import type { TextDocument } from '../server/extract/document.ts'
import { findFacts } from '../server/extract/facts.ts'
import type { Mention } from '../server/extract/mention.ts'
import { splitSentences } from '../server/extract/sentence.ts'
import { isLabel, type Label } from '../server/model/model.ts'

const letters: ReadonlyMap<string, Label> = new Map([
  ['C', 'Company'],
  ['K', 'Park'],
  ['L', 'Cluster'],
  ['Y', 'Policy'],
  ['P', 'Product'],
  ['J', 'Project'],
  ['I', 'Institution'],
  ['R', 'Region'],
])
const mark = /\[([^[\]|]+)\|([A-Za-z]+)\]/g

const labelOf = (text: string): Label => {
  const label = letters.get(text) ?? text
  if (!isLabel(label)) throw new Error(`${text} is not a label`)
  return label
}

/** The document that a marked text means, dated `date`, with its mentions; `damaged` words of it could not be repaired. */
export const marked = (
  source: string,
  { date = '2024-05-20', damaged }: { date?: string | null; damaged?: string } = {},
): { document: TextDocument; mentions: readonly Mention[] } => {
  const mentions: Mention[] = []
  let text = ''
  let last = 0
  for (const found of source.matchAll(mark)) {
    const [whole, name = '', label = ''] = found
    text += source.slice(last, found.index)
    mentions.push({
      start: text.length,
      end: text.length + name.length,
      label: labelOf(label),
      text: name,
      name,
      known: [],
      rule: 'marked',
      confidence: 1,
    })
    text += name
    last = found.index + whole.length
  }
  text += source.slice(last)
  const at = damaged === undefined ? -1 : text.indexOf(damaged)
  return {
    document: {
      header: { address: null, title: null, publisher: null, date },
      text,
      damage: at < 0 || damaged === undefined ? [] : [{ start: at, end: at + damaged.length }],
      sha256: '',
    },
    mentions,
  }
}

/** What the marked text states. */
export const factsOf = (
  source: string,
  options: { date?: string | null; damaged?: string } = {},
): ReturnType<typeof findFacts> => {
  const { document, mentions } = marked(source, options)
  return findFacts(document, splitSentences(document.text), mentions)
}

/** Relationships in short, sorted: `远山座椅 SUPPLIES 星河汽车 座椅 ACTIVE`. */
export const statedIn = (source: string, options: { date?: string | null } = {}): readonly string[] =>
  factsOf(source, options)
    .relationships.map(({ start, type, end, product, stage }) =>
      [start.name, type, end.name, product, stage].filter((part) => part !== '').join(' '),
    )
    .sort()
