/** What names no entity and keeps others from its place: people, events, titles of films and papers, honours. */
import { isMark, isNameWord, nameStart } from '../boundary.ts'
import type { Scene, Token } from '../scene.ts'
import type { Span } from '../span.ts'
import { Trie } from '../trie.ts'
import { blocks, companies } from '../words.ts'
import { propose, type Candidate } from './candidate.ts'

const events = new Trie<string>()
for (const head of blocks.events) events.add(head, head)
const phrases = new Trie<string>()
for (const phrase of blocks.phrases) phrases.add(phrase, phrase)
const offices = new Set([...blocks.offices, ...companies.roles])
const sayings = new Set(blocks.sayings)

/** Events with all that stands before their head: 产业发展常州大会. */
const eventNames = (scene: Scene): readonly Candidate[] =>
  events
    .all(scene.text)
    .map(({ start, end }) =>
      propose('event', null, { start: nameStart(scene, start, { accepts: isNameWord }), end }),
    )

/** Most people in the news have two or three characters. */
const nameLengths = { least: 2, most: 3 } as const

const isNamePart = (token: Token): boolean =>
  !isMark(token) && (token.text.length === 1 || /^nr/.test(token.tag)) && !/^[pcuq]$/.test(token.tag)

/** Two or three characters that may be a person's name: a word jieba takes for one, or single characters. */
const personFrom = (scene: Scene, start: number): Span | undefined => {
  let end = start
  for (;;) {
    const token = scene.tokenAt(end)
    if (token === undefined || !isNamePart(token) || token.end - start > nameLengths.most) break
    end = token.end
  }
  return end - start >= nameLengths.least ? { start, end } : undefined
}

const surnames = new Set(blocks.surnames)

/** Whether a span begins with a family name. */
const hasSurname = (scene: Scene, { start }: Span): boolean => surnames.has(scene.text.charAt(start))

const isSaying = (token: Token | undefined): boolean => token !== undefined && sayings.has(token.text)

/** A person behind an office, before a mark or a word of saying: 总经理李斌介绍. */
const named = (scene: Scene, office: Token): Span | undefined => {
  const person = offices.has(office.text) ? personFrom(scene, office.end) : undefined
  if (person === undefined) return undefined
  const after = scene.tokenAt(person.end)
  const isEnded = after === undefined || isMark(after) || isSaying(after) || /^[vdpcmt]/.test(after.tag)
  return isEnded ? person : undefined
}

/** A person at the start of a clause, before a word of saying: 李斌介绍. */
const speaking = (scene: Scene, token: Token): Span | undefined => {
  const before = scene.beside(token, -1)
  if ((before !== undefined && !isMark(before)) || !hasSurname(scene, token)) return undefined
  const person = personFrom(scene, token.start)
  return person !== undefined && isSaying(scene.tokenAt(person.end)) ? person : undefined
}

const bylines = new Set(blocks.bylines)
const personBehind = /^[\s:：]*(\p{Script=Han}{2,3})(?=[\s\p{P}]|$)/u
const personBefore = /(?<=^|[\s\p{P}])(\p{Script=Han}{2,3})\s+$/u
/** A byline's word is at most so many characters from its name. */
const bylineReach = 6

/** The people of a byline, before and behind its word: （甲乙丙 记者 丁戊）, 甲乙丙 摄. */
const signed = (scene: Scene, { text, start, end }: Token): readonly Span[] => {
  if (!bylines.has(text)) return []
  const found: Span[] = []
  const behind = personBehind.exec(scene.text.slice(end, end + bylineReach))
  if (behind?.[1] !== undefined)
    found.push({ start: end + behind[0].length - behind[1].length, end: end + behind[0].length })
  const from = Math.max(0, start - bylineReach)
  const before = personBefore.exec(scene.text.slice(from, start))
  if (before?.[1] !== undefined)
    found.push({ start: from + before.index, end: from + before.index + before[1].length })
  return found.filter((person) => hasSurname(scene, person))
}

/** People, wherever the document names them again. */
const people = (scene: Scene): readonly Candidate[] => {
  const names = new Trie<true>()
  for (const token of scene.tokens)
    for (const person of [named(scene, token), speaking(scene, token), ...signed(scene, token)])
      if (person !== undefined) names.add(scene.text.slice(person.start, person.end), true)
  return names.all(scene.text).map((person) => propose('person', null, person))
}

const titled = /《[^《》]{1,80}》/gu

/** Everything inside book marks; a policy's title outweighs it. */
const titles = (scene: Scene): readonly Candidate[] =>
  [...scene.text.matchAll(titled)].map((match) =>
    propose('title', null, { start: match.index + 1, end: match.index + match[0].length - 1 }),
  )

/** Proposes what is no entity. */
export const blockers = (scene: Scene): readonly Candidate[] => [
  ...eventNames(scene),
  ...people(scene),
  ...titles(scene),
  ...phrases.all(scene.text).map((phrase) => propose('phrase', null, phrase)),
]
