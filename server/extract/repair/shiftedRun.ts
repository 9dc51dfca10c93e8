/**
 * Runs of GBK text that were cut one byte too early: `?！痹摷瘓F` for 。”該集團. The first byte is lost (and a mark that
 * stood behind it is swallowed), the bytes after it pair up wrongly, and the last one takes a letter or is lost too.
 */
import iconv from 'iconv-lite'
import type { Span } from '../span.ts'
import { syllable } from './pronunciation.ts'

/** A run as it stands in the text. */
export interface ShiftedRun extends Span {
  /** Bytes from the second on; the first is lost. */
  readonly known: readonly number[]
  /** The last byte, a letter's; null where it is lost. */
  readonly last: number | null
  /** Reading of the character whose second byte is the lost first one, paired with the byte before the run. */
  readonly openingNote: string | null
  /** Reading of the last character of the repaired run. */
  readonly closingNote: string | null
  /** Whether wrongly paired characters stand in the run: without them there is little to check a guess by. */
  readonly hasBody: boolean
  /** Whether the lost byte swallowed something that the rest does not show, at the beginning and at the end. */
  readonly lostBefore: boolean
  readonly lostAfter: boolean
}

/** More wrongly paired characters than this are left alone: nothing would confirm so long a guess. */
const longestBody = 12

const pattern = new RegExp(
  `[?\\uFFFD](?:(${syllable})[)）])?([!?！？])?((?:[^\\u0000-\\u007f“”‘’。，、；：…—《》！？\\uFFFD]){0,${longestBody.toString()}}?)` +
    `(?:([A-Za-z])(?:[(（](${syllable})[)）])?|[?\\uFFFD](?:(${syllable})[)）])?)`,
  'gu',
)

const asFullWidth: ReadonlyMap<string, string> = new Map([
  ['!', '！'],
  ['?', '？'],
])

/** The two bytes of each character; null where one has none in GBK. */
const pairs = (text: string): readonly number[] | null => {
  const bytes = [...iconv.encode(text, 'gbk')]
  return bytes.length === text.length * 2 ? bytes : null
}

/** Everything in a text that has the shape of a shifted run; whether it is one is for the words to tell. */
export const shiftedRuns = (text: string): readonly ShiftedRun[] =>
  Array.from(text.matchAll(pattern)).flatMap((match) => {
    const [whole, openingNote = null, mark = '', body = '', letter, afterLetter, afterLost] = match
    const known = pairs((asFullWidth.get(mark) ?? mark) + body)
    if (known === null || known.length === 0) return []
    const end = match.index + whole.length
    return [
      {
        start: match.index,
        end,
        known,
        last: letter === undefined ? null : letter.charCodeAt(0),
        openingNote,
        closingNote: afterLetter ?? afterLost ?? null,
        hasBody: body !== '',
        lostBefore: openingNote === null && mark === '',
        lostAfter:
          letter === undefined && afterLost === undefined && /^[^,，。、]/.test(text.slice(end, end + 1)),
      },
    ]
  })

const mostBytes = 0xfe
const leastLead = 0x81
const leastTrail = 0x40

let gbk: ReadonlyMap<number, string> | undefined

/** Chinese characters and marks of sentences by their two bytes. */
const readGbk = (): ReadonlyMap<number, string> => {
  const codes = range(leastLead, mostBytes).flatMap((lead) =>
    range(leastTrail, mostBytes).map((trail) => lead * 256 + trail),
  )
  return new Map(
    codes
      .map((code) => [code, iconv.decode(Buffer.from([code >> 8, code & 255]), 'gbk')] as const)
      .filter(([, text]) => text.length === 1 && /[\p{Script=Han}，。、“”：；《》（）！？]/u.test(text)),
  )
}

/** The character of two bytes in GBK, if it is Chinese or a mark of sentences. */
const character = (lead: number, trail: number): string | null => {
  gbk ??= readGbk()
  return gbk.get(lead * 256 + trail) ?? null
}

const range = (from: number, to: number): readonly number[] =>
  Array.from({ length: to - from + 1 }, (_, offset) => from + offset)

/** Bytes that nothing shows: any that may lead a character. A lost last byte was read as a lead, so it is one too. */
const lost = range(leastLead, mostBytes)

/** GBK leaves these pairs to users; decoders drop them without a trace. */
const droppedLeads = [...range(0xaa, 0xaf), ...range(0xf8, 0xfe)]
const droppedTrails = range(0xa1, mostBytes)

/** The bytes of a run, each with the values it may have. */
type Bytes = readonly (readonly number[])[]

const characters = (leads: readonly number[], trails: readonly number[]): readonly string[] =>
  leads.flatMap((lead) => trails.flatMap((trail) => character(lead, trail) ?? []))

const places = (bytes: Bytes): readonly (readonly string[])[] =>
  Array.from({ length: bytes.length / 2 }, (_, index) =>
    characters(bytes[index * 2] ?? [], bytes[index * 2 + 1] ?? []),
  )

/** What the run may have been: for each place, the characters that its bytes allow. */
export interface Hypothesis {
  readonly places: readonly (readonly string[])[]
  /** Whether it supposes a pair that was dropped without a trace. */
  readonly dropped: boolean
}

/** Nothing but the shift, and the shift with one dropped pair at each place in the run where one may have been. */
export const hypotheses = ({ known, last }: ShiftedRun): readonly Hypothesis[] => {
  const bytes: Bytes = [lost, ...known.map((byte) => [byte]), last === null ? lost : [last]]
  const gaps = Array.from({ length: Math.max(0, known.length / 2 - 1) }, (_, index) => 3 + index * 2)
  return [
    { places: places(bytes), dropped: false },
    ...gaps.map((gap) => ({
      places: places([...bytes.slice(0, gap), droppedLeads, droppedTrails, ...bytes.slice(gap)]),
      dropped: true,
    })),
  ].filter((one) => one.places.every(({ length }) => length > 0))
}

/** The character that the byte before the run makes with the first byte of a repaired character. */
export const straddling = (before: string, repairedFirst: string): string | null => {
  const left = pairs(before)?.at(-1)
  const lead = pairs(repairedFirst)?.at(0)
  return left === undefined || lead === undefined ? null : character(left, lead)
}
