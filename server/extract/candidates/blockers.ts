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

/** A person behind an office, before a mark or a word of saying: 总经理李斌介绍. */
const people = (scene: Scene): readonly Candidate[] =>
  scene.tokens.flatMap((token) => {
    if (!offices.has(token.text)) return []
    const person = personFrom(scene, token.end)
    if (person === undefined) return []
    const after = scene.tokenAt(person.end)
    const isEnded =
      after === undefined || isMark(after) || sayings.has(after.text) || /^[vdpc]/.test(after.tag)
    return isEnded ? [propose('person', null, person)] : []
  })

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
