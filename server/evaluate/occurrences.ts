/** From the forms an annotator lists to all places where they stand in a text. */

/** Places of one form: half-open UTF-16 offsets. */
export type Places = readonly (readonly [number, number])[]

interface Form {
  /** Whose form it is: a position in the list of entities. */
  readonly entity: number
  readonly before: string
  readonly form: string
  readonly after: string
}

const bracketed = /^(?<before>[^[\]]*)\[(?<form>[^[\]]+)\](?<after>[^[\]]*)$/

const read = (entity: number, written: string): Form => {
  const parts = bracketed.exec(written)?.groups
  return parts
    ? { entity, before: parts['before'] ?? '', form: parts['form'] ?? '', after: parts['after'] ?? '' }
    : { entity, before: '', form: written, after: '' }
}

const starts = (text: string, words: string, from: number): number[] => {
  const found: number[] = []
  for (let at = text.indexOf(words, from); at >= 0; at = text.indexOf(words, at + 1)) found.push(at)
  return found
}

/** Forms with words around them first, then the longest: 理想汽车 takes its places before 理想 does. */
const byClaim = (left: Form, right: Form): number =>
  Number(right.before + right.after !== '') - Number(left.before + left.after !== '') ||
  right.form.length - left.form.length

/**
 * The places of each entity's forms in the text from `from` on, each place for one entity alone. A form may stand in
 * square brackets between the words it counts between. Throws where a form has no place.
 */
export const occurrences = (
  text: string,
  from: number,
  entities: readonly (readonly string[])[],
): readonly ReadonlyMap<string, Places>[] => {
  const taken: [number, number][] = []
  const places = entities.map(() => new Map<string, [number, number][]>())
  const forms = entities.flatMap((list, entity) => list.map((written) => read(entity, written)))
  for (const { entity, before, form, after } of forms.sort(byClaim)) {
    const free = starts(text, before + form + after, from)
      .map((at): [number, number] => [at + before.length, at + before.length + form.length])
      .filter(([start, end]) => taken.every(([left, right]) => end <= left || right <= start))
    if (free.length === 0)
      throw new RangeError(`${before}[${form}]${after} has no place of its own in the text`)
    taken.push(...free)
    const known = places[entity]?.get(form) ?? []
    places[entity]?.set(form, [...known, ...free])
  }
  return places
}
