/** Repairs GBK text that was shifted by one byte, where words and notes confirm the repair. */
import { simplified } from '../../names/normalise.ts'
import { everydayShare } from './everyday.ts'
import { edited, type Edit, type MappedText } from './mappedText.ts'
import { isReading } from './pronunciation.ts'
import { isTraditional } from './script.ts'
import { hypotheses, shiftedRuns, straddling, type Hypothesis, type ShiftedRun } from './shiftedRun.ts'
import { isEverydayWord, likeliest, type Reading } from './wordModel.ts'

/** Natural logarithms of how many times likelier the repaired text must be than the text as it stands … */
const gain = 12
/** … and than the next best repair: 50 times. */
const lead = 4
/** A lost last byte that no note confirms needs more: 3,000 times. */
const leadWithoutEnd = 8
/** What supposing a dropped pair costs: twentyfold. */
const droppedPrice = 3
/** Stands for characters that are lost. */
const lost = '\uFFFD'
/** Runs that are tried in one document; more would take long, and the rest is marked as damage. */
export const mostShiftedRuns = 200
/** Characters beside the run that are judged with it. */
const context = 4

const asPlaces = (text: string): readonly (readonly string[])[] =>
  Array.from(simplified(text), (character) => [character])

/** Letters, notes and broken marks of the neighbourhood say nothing. */
const neighbours = (text: string): string =>
  text.replace(/[(（][^()（）]*[)）]/g, '').replace(/[^\p{Script=Han}，。、“”,]/gu, '')

const pairs: readonly (readonly [string, string])[] = [
  ['“', '”'],
  ['《', '》'],
  ['（', '）'],
]

/** Marks that can't stand where the run begins: closing ones of nothing that is open, quotes inside quotes. */
const impossibleMarks = (text: string, start: number): ReadonlySet<string> => {
  const paragraph = text.slice(text.lastIndexOf('\n', start) + 1, start)
  return new Set(
    pairs.map(([open, close]) => (paragraph.lastIndexOf(open) > paragraph.lastIndexOf(close) ? open : close)),
  )
}

interface Scene {
  readonly run: ShiftedRun
  readonly before: string
  readonly after: string
  readonly impossible: ReadonlySet<string>
  /** Whether the text is in traditional characters; other texts hold none of them. */
  readonly traditional: boolean
  /** Whether a quotation of whole clauses is open: it ends with the end of a sentence. */
  readonly speech: boolean
}

const sceneOf = (text: string, run: ShiftedRun): Scene => ({
  run,
  traditional: isTraditional(text),
  before: neighbours(text.slice(text.lastIndexOf('\n', run.start) + 1, run.start)).slice(-context),
  after: neighbours(text.slice(run.end, run.end + 30).split('\n', 1)[0] ?? '').slice(0, context),
  impossible: impossibleMarks(text, run.start),
  speech: /“[^”\n]*[，,。；][^”\n]*$/.test(text.slice(text.lastIndexOf('\n', run.start) + 1, run.start)),
})

/** The characters that may stand at a place, as far as notes and open quotations allow. */
const allowed = (scene: Scene, { places }: Hypothesis): readonly (readonly string[])[] => {
  const { run, before, impossible, speech, traditional } = scene
  return places.map((place, index) =>
    place.filter((character) => {
      if (place.length > 1 && impossible.has(character)) return false
      if (!traditional && simplified(character) !== character) return false
      if (speech && places[index + 1]?.join('') === '”' && !/[。！？]/.test(character)) return false
      if (index === 0 && run.openingNote !== null) {
        const joined = straddling(before.slice(-1), character)
        if (joined === null || !isReading(joined, run.openingNote)) return false
      }
      return index < places.length - 1 || run.closingNote === null || isReading(character, run.closingNote)
    }),
  )
}

/** The likeliest repairs under one hypothesis. */
const repairs = (scene: Scene, hypothesis: Hypothesis): readonly Reading[] => {
  const places = allowed(scene, hypothesis).map((place) => place.map(simplified))
  const from = simplified(scene.before).length
  return likeliest([...asPlaces(scene.before), ...places, ...asPlaces(scene.after)]).map(
    ({ text, score }) => ({
      text: text.slice(from, from + places.length),
      score: score - (hypothesis.dropped ? droppedPrice : 0),
    }),
  )
}

/**
 * Whether the end of a repair may stay: its byte or a note survived, an open quotation is closed, an everyday word ends
 * there, or it is given up anyway.
 */
const isEndSure = ({ last, lostAfter, closingNote }: ShiftedRun, repair: string): boolean =>
  last !== null ||
  lostAfter ||
  closingNote !== null ||
  /[”\uFFFD]$/.test(repair) ||
  [2, 3].some((length) => isEverydayWord(repair.slice(-length)))

const sharedLength = (
  one: string,
  other: string,
  at: (text: string, index: number) => string | undefined,
): number => {
  let length = 0
  while (length < Math.min(one.length, other.length) && at(one, length) === at(other, length)) length++
  return length
}

/** What all of these have in common at their beginning and end, with a mark of loss for what lies between. */
const agreed = (texts: readonly [string, ...string[]]): string => {
  const [first, ...others] = texts
  const head = Math.min(...texts.map((one) => sharedLength(first, one, (text, index) => text[index])))
  if (others.every((one) => one === first)) return first
  const tail = Math.min(
    ...texts.map((one) =>
      sharedLength(first.slice(head), one.slice(head), (text, index) => text.at(-1 - index)),
    ),
  )
  return `${first.slice(0, head)}${lost}${tail === 0 ? '' : first.slice(-tail)}`
}

/** The repair as far as it is certain, or null where nothing of it is. */
const repairOf = (text: string, run: ShiftedRun): string | null => {
  const scene = sceneOf(text, run)
  const [best, ...others] = hypotheses(run)
    .flatMap((hypothesis) => repairs(scene, hypothesis))
    .sort((one, other) => other.score - one.score)
  const [asItStands] = likeliest(asPlaces(scene.before + text.slice(run.start, run.end) + scene.after))
  if (best === undefined || asItStands === undefined || best.score - asItStands.score < gain) return null
  const needed = run.last === null && run.closingNote === null && !run.lostAfter ? leadWithoutEnd : lead
  const rivals = others.filter(({ score }) => best.score - score < needed).map((one) => one.text)
  const common = agreed([best.text, ...rivals])
  const repair = isEndSure(run, common) ? common : `${common.slice(0, -1)}${lost}`
  return repair === lost ? null : repair
}

/**
 * A lost byte that swallowed something unknown leaves its character without a neighbour to confirm it, so that
 * character is given up, and the mark of loss stands for both.
 */
const editOf = (text: string, run: ShiftedRun): Edit | null => {
  const repair = repairOf(text, run)
  if (repair === null) return null
  const kept = repair.slice(run.lostBefore ? 1 : 0, run.lostAfter ? -1 : undefined)
  return {
    start: run.start,
    end: run.end,
    text: `${run.lostBefore ? lost : ''}${kept}${run.lostAfter ? lost : ''}`,
  }
}

/**
 * The text with shifted runs repaired. A repair is accepted where the words make it far likelier than the text as it
 * stands and than any other repair, and where notes that survived agree. Runs without a character of their own
 * (`出?！?`) are tried only in texts where another run was confirmed.
 */
export const withShiftedRunsRepaired = (mapped: MappedText): MappedText => {
  // Bytes that pair up wrongly give rare characters; a run of everyday ones that ends in no letter is a question.
  const runs = shiftedRuns(mapped.text)
    .filter(({ start, end, hasBody }) => !hasBody || everydayShare(mapped.text.slice(start, end)) < 1)
    .slice(0, mostShiftedRuns)
  const edits = (some: readonly ShiftedRun[]): Edit[] =>
    some.map((run) => editOf(mapped.text, run)).filter((edit) => edit !== null)
  const confirmed = edits(runs.filter(({ hasBody }) => hasBody))
  const further = confirmed.length === 0 ? [] : edits(runs.filter(({ hasBody }) => !hasBody))
  return edited(
    mapped,
    [...confirmed, ...further].sort((one, other) => one.start - other.start),
  )
}
