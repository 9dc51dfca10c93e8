/** A text cut into pieces wherever a mark begins or ends, so that marks may overlap. */
import type { Mention } from '../answers.ts'
import type { Span } from '../target.ts'

export interface Piece {
  text: string
  start: number
  /** The entity named here. */
  entity: Mention | null
  /** Inside the words that state a fact. */
  isStated: boolean
  isDamaged: boolean
  /** Inside the place that is shown. */
  isShown: boolean
}

export interface Marks {
  entities: readonly { entity: Mention; spans: readonly Span[] }[]
  stated: readonly Span[]
  damaged: readonly Span[]
  shown: Span | null
}

/** Spans by their start, so that a cursor can pass over them once. */
function within(spans: readonly Span[]): (at: number) => boolean {
  const ordered = [...spans].sort((a, b) => a.start - b.start)
  let next = 0
  let until = 0
  return (at) => {
    for (let span = ordered[next]; span !== undefined && span.start <= at; span = ordered[++next])
      until = Math.max(until, span.end)
    return at < until
  }
}

/** The longest name wherever names overlap; of equally long ones the first. */
function namesOf(entities: Marks['entities']): { entity: Mention; start: number; end: number }[] {
  const all = entities.flatMap(({ entity, spans }) => spans.map((span) => ({ entity, ...span })))
  all.sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start)
  const kept: typeof all = []
  for (const one of all)
    if (!kept.some(({ start, end }) => one.start < end && start < one.end)) kept.push(one)
  return kept
}

/** The lines of a text that say something, without their line breaks. */
function linesOf(text: string): Span[] {
  const found: Span[] = []
  let start = 0
  for (const line of text.split('\n')) {
    if (line.trim() !== '') found.push({ start, end: start + line.length })
    start += line.length + 1
  }
  return found
}

/** The paragraphs of a text, each as its pieces in order; joined together they give the paragraph again. */
export function paragraphsOf(text: string, marks: Marks): Piece[][] {
  const lines = linesOf(text)
  const names = new Map(namesOf(marks.entities).map((name) => [name.start, name]))
  const shown = marks.shown === null ? [] : [marks.shown]
  const marked = [...names.values(), ...marks.stated, ...marks.damaged, ...shown]
  const cuts = [...new Set([...lines, ...marked].flatMap(({ start, end }) => [start, end]))].sort(
    (a, b) => a - b,
  )
  const isStated = within(marks.stated)
  const isDamaged = within(marks.damaged)
  const isShown = within(shown)
  let name: { entity: Mention; end: number } | undefined
  const pieces = cuts.map((start, index): Piece => {
    name = names.get(start) ?? (name !== undefined && name.end > start ? name : undefined)
    return {
      text: text.slice(start, cuts[index + 1] ?? start),
      start,
      entity: name?.entity ?? null,
      isStated: isStated(start),
      isDamaged: isDamaged(start),
      isShown: isShown(start),
    }
  })
  let next = 0
  return lines.map(({ start, end }) => {
    while ((pieces[next]?.start ?? end) < start) next++
    const first = next
    while ((pieces[next]?.start ?? end) < end) next++
    return pieces.slice(first, next)
  })
}
