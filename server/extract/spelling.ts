/** A text in the spelling of nameKey, character by character, with the way back to the text. */

export interface Spelling {
  readonly key: string
  /** Where each character of `key` starts and ends in the text. */
  readonly starts: Uint32Array
  readonly ends: Uint32Array
}

const quotes = new Set('"\'“”‘’「」『』《》')
const space = /\s/u
const closes = /[\p{Script=Han}\p{P}]/u
const firstHan = 0x4e00
const lastHan = 0x9fff

const isHan = (code: number): boolean => code >= firstHan && code <= lastHan

/** Lower-cased compatibility form of one character that is not Chinese. */
const folded = (character: string): string => character.normalize('NFKC').toLowerCase()

const isSpaceWithin = (text: string, index: number): boolean => {
  const before = text[index - 1]
  const after = text[index + 1]
  if (before === undefined || after === undefined || space.test(after)) return false
  return !closes.test(before) && !closes.test(after)
}

/** The text as nameKey spells names: folded, without quotation marks, without white space around Chinese. Simplified text is expected. */
export const spellingOf = (text: string): Spelling => {
  const parts: string[] = []
  const starts: number[] = []
  const ends: number[] = []
  const push = (part: string, start: number): void => {
    for (let index = 0; index < part.length; index++) {
      starts.push(start)
      ends.push(start + 1)
    }
    parts.push(part)
  }
  for (let index = 0; index < text.length; index++) {
    const character = text.charAt(index)
    if (isHan(text.charCodeAt(index))) push(character, index)
    else if (space.test(character)) {
      if (isSpaceWithin(text, index)) push(' ', index)
    } else if (!quotes.has(character)) push(folded(character), index)
  }
  return { key: parts.join(''), starts: Uint32Array.from(starts), ends: Uint32Array.from(ends) }
}
