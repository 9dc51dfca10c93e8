/** Lines that a column or a page broke in the middle of a sentence. */
import { edited, type Edit, type MappedText } from './mappedText.ts'

/** Columns that a line without wrapping must have before it can't be a heading: 40 Chinese characters. */
const longLine = 80
/** A text is hard-wrapped where this share of its lines is about as wide as the commonest width. */
const wrappedShare = 0.4
const fewestLines = 3
const narrowest = 30
/** How far a full line may stay behind: marks that may not begin a line move to the one before. */
const raggedness = 6

interface Line {
  readonly start: number
  readonly end: number
  readonly text: string
  readonly width: number
}

const width = (text: string): number => {
  let columns = 0
  for (let index = 0; index < text.length; index++) columns += text.charCodeAt(index) < 0x2000 ? 1 : 2
  return columns
}

const linesOf = (text: string): readonly Line[] => {
  let start = 0
  return text.split('\n').map((line) => {
    const found = { start, end: start + line.length, text: line, width: width(line) }
    start = found.end + 1
    return found
  })
}

/** The width from which a line counts as full: that of the column where the text is hard-wrapped. */
const fullWidth = (lines: readonly Line[]): number => {
  const counts = new Map<number, number>()
  for (const line of lines) {
    const step = Math.round(line.width / raggedness)
    counts.set(step, (counts.get(step) ?? 0) + 1)
  }
  const near = (step: number): number => (counts.get(step) ?? 0) + (counts.get(step - 1) ?? 0)
  const [step = 0] = [...counts.keys()].sort((one, other) => near(other) - near(one) || other - one)
  const wrapped =
    near(step) >= Math.max(fewestLines, lines.length * wrappedShare) && step * raggedness >= narrowest
  return wrapped ? (step - 1) * raggedness - raggedness : longLine
}

const closed = /[。！？；!?;…][”’」』）)】》"']*$/
const introduces = /[：:]$/
const startsAnew =
  /^(?:[□■●○◆◇★☆▲△•·*+—-]|[（(]?[一二三四五六七八九十]{1,3}[、.)）]|[（(]\d{1,3}[)）]|\d{1,3}[、.](?!\d)|第[一二三四五六七八九十]{1,3}[章节条]|本报讯|https?:)/
const clauseMarks = /[，,、；](?! )/g

/** Prose that breaks off: it fills its line, ends in a comma, or has too many clauses for a heading. */
const breaksOff = (line: Line, full: number): boolean => {
  if (closed.test(line.text) || introduces.test(line.text) || line.text.includes('\t')) return false
  const marks = line.text.match(clauseMarks)?.length ?? 0
  return (
    line.width >= full ||
    /[，,、]$/.test(line.text) ||
    marks >= 2 ||
    (marks === 1 && /\d/.test(line.text)) ||
    /[。；]/.test(line.text)
  )
}

/** Latin words need their space back; a number that was broken does not, and neither does Chinese. */
const glue = (before: string, after: string): string =>
  /[A-Za-z0-9,.;:]$/.test(before) &&
  /^[A-Za-z0-9]/.test(after) &&
  !(/\d$/.test(before) && /^\d/.test(after)) &&
  /[A-Za-z]/.test(before.slice(-1) + after.slice(0, 1))
    ? ' '
    : ''

/** The last line of the sentence that breaks off at `first`; `first` itself where none closes it. */
const lastOfSentence = (lines: readonly Line[], first: number, full: number): number => {
  let last = first
  for (;;) {
    const line = lines[last]
    const next = lines[last + 1]
    if (line === undefined) return first
    if (!breaksOff(line, full)) return closed.test(line.text) ? last : first
    if (next === undefined || startsAnew.test(next.text)) return first
    last++
  }
}

/**
 * The text with broken lines joined. Lines are joined only where the first breaks off in prose and a later one ends the
 * sentence, so headings, captions, bylines, lists and tables stay as they are.
 */
export const withWholeLines = (mapped: MappedText): MappedText => {
  const lines = linesOf(mapped.text)
  const full = fullWidth(lines)
  const edits: Edit[] = []
  for (let first = 0; first < lines.length;) {
    const last = lastOfSentence(lines, first, full)
    for (let index = first; index < last; index++) {
      const [line, next] = [lines[index], lines[index + 1]]
      if (line && next) edits.push({ start: line.end, end: next.start, text: glue(line.text, next.text) })
    }
    first = last + 1
  }
  return edited(mapped, edits)
}
