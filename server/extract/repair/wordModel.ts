/** How likely a stretch of text is, by the frequencies of Chinese words: the judge of every guess at a damaged one. */
import { dict } from '@node-rs/jieba/dict.js'

/** A likely reading of some characters, and its natural log probability. */
export interface Reading {
  readonly text: string
  readonly score: number
}

const longestWord = 4
/** Readings kept for each beginning of a text. */
const kept = 8
/** More readings of one word than this are not looked at. */
const mostReadings = 40_000
/** Of a character that no word list has. */
const unknown = -20
/** Of letters and digits, which words say nothing about. */
const neutral = -4
/** Of marks, by how often texts have them. */
const marks: ReadonlyMap<string, number> = new Map([
  ['，', -4],
  [',', -4],
  ['。', -4],
  ['、', -5],
  ['“', -5],
  ['”', -5],
  ['：', -6],
  ['；', -6],
  ['《', -7],
  ['》', -7],
  ['（', -7],
  ['）', -7],
  ['！', -8],
  ['？', -8],
  ['?', -10],
  ['!', -10],
  // Sentences end before a quotation ends or begins; shifted texts have a comma too many before other marks.
  ['。”', -6],
  ['。“', -6],
  [',。', -4.5],
  [',、', -5.5],
])

let words: ReadonlyMap<string, number> | undefined

/** Word → log probability, from the word list that comes with jieba. Read once, at the first damaged text. */
const readWords = (): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  let total = 0
  for (const line of new TextDecoder().decode(dict).split('\n')) {
    const [word = '', count = '0'] = line.split(' ')
    total += Number(count)
    if (word.length <= longestWord) counts.set(word, Number(count))
  }
  return new Map(Array.from(counts, ([word, count]) => [word, Math.log(count / total)]))
}

const isHan = (character: string): boolean => /\p{Script=Han}/u.test(character)

/** What a Chinese word of one character costs beside its frequency: most are parts of words that were not recognised. */
const single = -2

/** The log probability of one word or mark; null where several characters are no word. */
const wordScore = (word: string): number | null => {
  words ??= readWords()
  const known = words.get(word)
  if (known !== undefined && isHan(word)) return word.length === 1 ? known + single : known
  const mark = marks.get(word)
  if (mark !== undefined || word.length > 1) return mark ?? null
  return isHan(word) ? unknown : neutral
}

/** How likely the most frequent words are that a text of any kind holds: one in 22,000. */
const everyday = -10

/** Whether a word is one of everyday, not a name or a term: 今年, not 李广. */
export const isEverydayWord = (word: string): boolean =>
  word.length > 1 && (wordScore(word) ?? unknown) >= everyday

/** What marks that don't stand so beside each other cost: 。。, “， or 。”， */
const misplaced = -10
const misplacedMarks = /[，,。、：；！？“《（][，,。、：；！？]$|[，,、：；“《（][”》）]$|[。！？]”[，,、。]$/

const joined = (before: Reading, word: Reading): Reading => {
  const text = before.text + word.text
  const isMisplaced = marks.has(word.text) && misplacedMarks.test(before.text + word.text.charAt(0))
  return { text, score: before.score + word.score + (isMisplaced ? misplaced : 0) }
}

const best = (readings: readonly Reading[]): readonly Reading[] =>
  readings.toSorted((one, other) => other.score - one.score).slice(0, kept)

/** The best words that take one of the readings of each place. */
const wordsAt = (places: readonly (readonly string[])[]): readonly Reading[] => {
  if (places.reduce((product, { length }) => product * length, 1) > mostReadings) return []
  const texts = places.reduce<readonly string[]>(
    (heads, place) => heads.flatMap((head) => place.map((character) => head + character)),
    [''],
  )
  return best(
    texts.flatMap((text) => {
      const score = wordScore(text)
      return score === null ? [] : [{ text, score }]
    }),
  )
}

/** The same text in other words is one reading, as likely as its likeliest words. */
const distinct = (readings: readonly Reading[]): readonly Reading[] => {
  const byText = new Map<string, Reading>()
  for (const reading of readings)
    if ((byText.get(reading.text)?.score ?? -Infinity) < reading.score) byText.set(reading.text, reading)
  return [...byText.values()]
}

/** The likeliest texts that take, at each place, one of the characters that may stand there; the best first. */
export const likeliest = (places: readonly (readonly string[])[]): readonly Reading[] => {
  const beginnings: (readonly Reading[])[] = [[{ text: '', score: 0 }]]
  for (let end = 1; end <= places.length; end++) {
    const found: Reading[] = []
    for (let length = 1; length <= Math.min(longestWord, end); length++) {
      const words = wordsAt(places.slice(end - length, end))
      for (const before of beginnings[end - length] ?? [])
        for (const word of words) found.push(joined(before, word))
    }
    beginnings.push(best(distinct(found)))
  }
  return beginnings.at(-1) ?? []
}
