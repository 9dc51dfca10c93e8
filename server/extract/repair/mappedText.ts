/** Text that remembers where each of its characters stood in the raw text it was made from. */
import type { Span } from '../span.ts'

/** A text under repair. Steps take one and give another; none changes the one it is given. */
export interface MappedText {
  readonly text: string
  /** For each UTF-16 unit of `text`: where the raw text it stands for begins and ends. Both never fall. */
  readonly starts: Int32Array
  readonly ends: Int32Array
  /** Spans of `text` that could not be repaired with certainty, in any order. */
  readonly damage: readonly Span[]
}

/** What takes the place of a span of the text. */
export interface Edit extends Span {
  readonly text: string
}

/** The raw text itself: every unit stands for itself. */
export const mappedText = (raw: string): MappedText => {
  const starts = new Int32Array(raw.length)
  const ends = new Int32Array(raw.length)
  for (let index = 0; index < raw.length; index++) {
    starts[index] = index
    ends[index] = index + 1
  }
  return { text: raw, starts, ends, damage: [] }
}

/** Where a span of the text stands in the raw text. An empty span gives an empty one. */
export const rawSpan = ({ starts, ends }: MappedText, { start, end }: Span): Span => {
  if (start < end) return { start: starts[start] ?? 0, end: ends[end - 1] ?? 0 }
  const point = starts[start] ?? ends[start - 1] ?? 0
  return { start: point, end: point }
}

/**
 * The text with these edits made; they are in order and don't overlap. A replaced span stands as a whole for the raw
 * text it came from, so a span that touches a part of it maps back to all of it.
 */
export const edited = (mapped: MappedText, edits: readonly Edit[]): MappedText => {
  if (edits.length === 0) return mapped
  const growth = edits.reduce((sum, { text, start, end }) => sum + text.length - (end - start), 0)
  const starts = new Int32Array(mapped.text.length + growth)
  const ends = new Int32Array(mapped.text.length + growth)
  const pieces: string[] = []
  let read = 0
  let written = 0
  const keep = (until: number): void => {
    pieces.push(mapped.text.slice(read, until))
    starts.set(mapped.starts.subarray(read, until), written)
    ends.set(mapped.ends.subarray(read, until), written)
    written += until - read
  }
  for (const edit of edits) {
    keep(edit.start)
    const raw = rawSpan(mapped, edit)
    pieces.push(edit.text)
    starts.fill(raw.start, written, written + edit.text.length)
    ends.fill(raw.end, written, written + edit.text.length)
    written += edit.text.length
    read = edit.end
  }
  keep(mapped.text.length)
  return { text: pieces.join(''), starts, ends, damage: moved(mapped.damage, edits) }
}

/** The spans where they stand after the edits; an end inside a replaced span moves to the end of what replaced it. */
const moved = (spans: readonly Span[], edits: readonly Edit[]): readonly Span[] =>
  spans.map(({ start, end }) => {
    let before = 0
    let within = 0
    for (const edit of edits) {
      if (edit.start >= end) break
      const growth = edit.text.length - (edit.end - edit.start)
      if (edit.end <= start) before += growth
      else if (edit.start < start) before += edit.start - start
      within += edit.end <= end ? growth : edit.text.length - (end - edit.start)
    }
    return { start: start + before, end: end + within }
  })

/** The text with these spans of it marked as damage. */
export const damaged = (mapped: MappedText, spans: readonly Span[]): MappedText =>
  spans.length === 0 ? mapped : { ...mapped, damage: [...mapped.damage, ...spans] }

/** The damage in order, merged where it touches; what was taken out of the text is left out. */
export const damageOf = ({ damage }: MappedText): readonly Span[] => {
  const merged: Span[] = []
  for (const span of damage
    .filter(({ start, end }) => start < end)
    .toSorted((one, other) => one.start - other.start)) {
    const last = merged.at(-1)
    if (last !== undefined && span.start <= last.end)
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, span.end) }
    else merged.push(span)
  }
  return merged
}
