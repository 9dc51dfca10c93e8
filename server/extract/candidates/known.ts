/** Known names, weighed by how surely their words mean the entity here. */
import type { KnownName, KnownSpan } from '../gazetteer.ts'
import { isMark, standsAsName } from '../boundary.ts'
import type { Span } from '../span.ts'
import type { Scene } from '../scene.ts'
import { companies } from '../words.ts'
import { propose, type Candidate } from './candidate.ts'
import { levelLength } from './policies.ts'

/** A name of at most this many characters may also be a common word: 理想, 科普, 大众. */
const shortLength = 2

/** A name of more characters is meant wherever it stands; a shorter one may lie across two words. */
const surelyWhole = 3

const commonTags = /^(n|v|vn|a|ad|an|d|b|j|i|l|s|t|f|ng)$/
const companyNouns = new Set([...companies.nouns, ...companies.roles])

/** Whether the characters around a span belong to the same words as its edges: 理想 in 理想化. */
const cutsWords = (scene: Scene, start: number, end: number): boolean => {
  const first = scene.tokenAt(start)
  const last = scene.tokenAt(end - 1)
  if (first === undefined || last === undefined) return false
  const isWord = (text: string): boolean => text.length > 1
  return (
    (first.start < start && isWord(first.text) && first.end < end && first.start !== start) ||
    (last.end > end && isWord(last.text) && last.start > start)
  )
}

const isCommonWord = (scene: Scene, { start, end }: KnownSpan): boolean => {
  const token = scene.tokenAt(start)
  if (end - start > shortLength || token === undefined) return false
  return token.start === start && token.end === end && commonTags.test(token.tag)
}

/** Whether a longer name of the same entity stands in the document, so that its short name may be meant. */
const isEstablished = (names: readonly KnownName[], span: KnownSpan, long: ReadonlySet<string>): boolean =>
  names.some(({ id }) => long.has(id)) && span.end > span.start

const isBesideCompanyWord = (scene: Scene, { start, end }: KnownSpan): boolean => {
  const after = scene.tokenAt(end)
  const before = scene.tokenAt(start - 1)
  if (after !== undefined && companyNouns.has(after.text)) return true
  return (
    (before !== undefined && (before.text === '、' || companyNouns.has(before.text))) ||
    (after !== undefined && isMark(after) && after.text === '、')
  )
}

const firms = '企业'

/** A policy's name without the level that gives it and the firms that have it: 国家级专精特新“小巨人”企业. */
const honourIn = (scene: Scene, { start, end }: Span): Span => {
  const text = scene.text.slice(start, end)
  return {
    start: start + levelLength(text),
    end: text.endsWith(`”${firms}`) ? end - firms.length : end,
  }
}

/** Proposes every use of a known name in the text. */
export const knownNames = (scene: Scene): readonly Candidate[] => {
  const spans = scene.gazetteer
    .find(scene.text)
    .filter(({ start, end }) => end - start > surelyWhole || !cutsWords(scene, start, end))
  const long = new Set<string>()
  for (const span of spans) if (!isCommonWord(scene, span)) for (const { id } of span.names) long.add(id)
  return spans.flatMap((span) => {
    const isCommon = isCommonWord(scene, span) && !span.names.some(({ label }) => label === 'Region')
    const isOwn = span.names.some(({ text, name }) => text === name)
    const companyOnly = span.names.every(({ label }) => label === 'Company')
    if (
      isCommon &&
      companyOnly &&
      !isEstablished(span.names, span, long) &&
      !isBesideCompanyWord(scene, span) &&
      !standsAsName(scene, span)
    )
      return []
    const rule = isCommon ? 'known-word' : isOwn ? 'known-name' : 'known-alias'
    const labels = [...new Set(span.names.map(({ label }) => label))]
    return labels.map((label) => ({
      ...propose(rule, label, label === 'Policy' ? honourIn(scene, span) : span),
      known: span.names.filter((name) => name.label === label),
    }))
  })
}
