/** How a question was read, as parts that can be changed: each change is an edited question. */
import type { Mention } from '../answers.ts'
import type { Interpretation, LinkedEntity } from './answer.ts'

/** A name in the question, with every entity it may mean. */
export interface NamedPart {
  text: string
  start: number
  end: number
  entities: readonly Mention[]
  /** Whether the question also makes sense without it: it only narrows what is asked. */
  isFilter: boolean
}

/** A stretch of the question: a name, or the words between. */
export interface Stretch {
  text: string
  start: number
  part: NamedPart | null
}

/** What stands between the name and the value of a filter: 产品：动力电池. */
const COLON = '：'
/** Words that tie what narrows a question to the rest of it, and go with it; longer ones first. */
const TIES = ['而且', '并且', '同时', '位于', '又', '且', '并', '在']

/** The value of a filter, without its name. */
export function filterValue(filter: string): string {
  const colon = filter.indexOf(COLON)
  return colon === -1 ? filter : filter.slice(colon + COLON.length)
}

function overlaps(a: LinkedEntity, b: NamedPart): boolean {
  return a.start < b.end && b.start < a.end
}

/** The names of a question in order, each once with all that it may mean; of overlapping ones the first stands. */
export function namedParts({ entities, filters }: Interpretation): NamedPart[] {
  const values = new Set(filters.map(filterValue))
  const parts: NamedPart[] = []
  for (const linked of [...entities].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const { text, start, end, entity } = linked
    const index = parts.findIndex((part) => overlaps(linked, part))
    const part = parts[index]
    const isFilter = values.has(entity.name) || values.has(text)
    if (part === undefined) parts.push({ text, start, end, entities: [entity], isFilter })
    else if (part.start === start && part.end === end)
      parts[index] = {
        ...part,
        entities: [...part.entities, entity],
        isFilter: part.isFilter || isFilter,
      }
  }
  return parts
}

/** The filters that no name of the question stands for. */
export function otherFilters({ entities, filters }: Interpretation): string[] {
  const names = new Set(entities.flatMap(({ text, entity }) => [text, entity.name]))
  return filters.filter((filter) => !names.has(filterValue(filter)))
}

/** The question cut at its names: joined together the stretches give the question again. */
export function stretches(question: string, parts: readonly NamedPart[]): Stretch[] {
  const found: Stretch[] = []
  let at = 0
  for (const part of parts) {
    if (part.start > at) found.push({ text: question.slice(at, part.start), start: at, part: null })
    found.push({ text: question.slice(part.start, part.end), start: part.start, part })
    at = part.end
  }
  if (at < question.length) found.push({ text: question.slice(at), start: at, part: null })
  return found
}

/** The question with this part of it named otherwise. */
export function withName(
  question: string,
  { start, end }: { start: number; end: number },
  name: string,
): string {
  return question.slice(0, start) + name + question.slice(end)
}

/** The question without a part, and without the words that tied it to the rest. */
export function without(question: string, { start, end }: { start: number; end: number }): string {
  let before = question.slice(0, start).trimEnd()
  const tie = (): string | undefined => TIES.find((word) => before.endsWith(word))
  for (let word = tie(); word !== undefined; word = tie()) before = before.slice(0, -word.length).trimEnd()
  const after = question.slice(end).trimStart()
  const isDoubled = after.startsWith('的') && (before === '' || before.endsWith('的'))
  return before + (isDoubled ? after.slice(1) : after)
}

/** Where the value of a filter stands in the question; null where it is said otherwise. */
export function placeOf(question: string, filter: string): { start: number; end: number } | null {
  const value = filterValue(filter)
  const start = question.indexOf(value)
  return start === -1 || value === '' ? null : { start, end: start + value.length }
}
