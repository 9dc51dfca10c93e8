/**
 * The drawn text of an entity: its name without the legal form, broken into lines of about equal length between words.
 * The full name stays in the table and on the card.
 */

const LEGAL_FORMS = ['集团股份有限公司', '股份有限公司', '有限责任公司', '集团有限公司', '有限公司']
/** In widths of a Chinese character: what a line should hold, and what it may hold to save another line. */
const LINE = 7
const LONGEST_LINE = 8.5
const LONGEST_LATIN_LINE = 10

/** Signs that may not begin a line, and brackets that may not end one. */
const CLOSING = '、，。；：！？）》】”’,.;:!?)]'
const OPENING = '（《【“‘(['

const words = new Intl.Segmenter('zh', { granularity: 'word' })

/** The width of a text, a Chinese character being 1. */
export function widthOf(text: string): number {
  let width = 0
  for (const character of text) width += (character.codePointAt(0) ?? 0) > 0x2e7f ? 1 : 0.57
  return width
}

/** A company's name without its legal form, where enough of it is left. */
export function shortName(name: string): string {
  const form = LEGAL_FORMS.find((ending) => name.endsWith(ending))
  const short = form === undefined ? name : name.slice(0, -form.length)
  return short.length >= 2 ? short : name
}

/** Latin names may have longer lines: their words are longer, and there are few such names. */
function longestLine(text: string): number {
  const isLatin = Array.from(text).every((character) => widthOf(character) < 1)
  return isLatin ? LONGEST_LATIN_LINE : LONGEST_LINE
}

/** Words, each with the signs that belong to it. */
function wordsOf(text: string): string[] {
  const found: string[] = []
  for (const { segment } of words.segment(text)) {
    const last = found.at(-1)
    if (last !== undefined && (CLOSING.includes(segment) || OPENING.includes(last)))
      found[found.length - 1] = last + segment
    else found.push(segment)
  }
  return found
}

/** Words, with what is too long for a line cut into pieces. */
function piecesOf(text: string, longest: number): string[] {
  return wordsOf(text).flatMap((segment) => {
    if (widthOf(segment) <= longest) return [segment]
    const characters = Array.from(segment)
    const pieces: string[] = []
    while (characters.length > 0) pieces.push(characters.splice(0, LINE).join(''))
    return pieces
  })
}

function fill(pieces: readonly string[], limit: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const piece of pieces) {
    if (line !== '' && widthOf(line + piece.trimEnd()) > limit) {
      lines.push(line.trim())
      line = ''
    }
    line += piece
  }
  if (line.trim() !== '') lines.push(line.trim())
  return lines
}

/** Breaks a text into lines of about equal length, at most so many; what does not fit ends in an ellipsis. */
export function breakLines(text: string, maxLines: number): string[] {
  const longest = longestLine(text)
  const pieces = piecesOf(text, longest)
  const count = Math.min(Math.ceil(widthOf(text) / LINE), maxLines)
  // The narrowest lines that need no more of them than there must be are the most even ones.
  for (let limit = Math.min(widthOf(text) / count, longest); limit <= longest; limit += 0.5) {
    const lines = fill(pieces, limit)
    if (lines.length <= count) return lines
  }
  const lines = fill(pieces, longest)
  if (lines.length <= maxLines) return lines
  const kept = lines.slice(0, maxLines)
  return [...kept.slice(0, -1), `${kept.at(-1) ?? ''}…`]
}
