/** Traditional characters to simplified ones, with each character's place kept. */
import iconv from 'iconv-lite'
import { simplified } from '../../names/normalise.ts'
import { edited, type Edit, type MappedText } from './mappedText.ts'

/** Code units that only traditional Chinese uses. Built at the first text, from the converter itself. */
let traditional: Uint8Array | undefined

const firstHan = 0x3400
const lastHan = 0x9fff

/** GB 2312 is the character set of simplified Chinese: leads and trails from 0xA1. */
const isSimplifiedToo = (character: string): boolean => {
  const [lead = 0, trail = 0] = iconv.encode(character, 'gbk')
  return lead >= 0xb0 && lead <= 0xf7 && trail >= 0xa1
}

const traditionalUnits = (): Uint8Array => {
  const all = Array.from({ length: lastHan - firstHan + 1 }, (_, offset) =>
    String.fromCharCode(firstHan + offset),
  )
  const converted = simplified(all.join('\n')).split('\n')
  const units = new Uint8Array(0x10000)
  all.forEach((character, index) => {
    if (converted[index] !== character && !isSimplifiedToo(character)) units[firstHan + index] = 1
  })
  return units
}

const hasTraditional = (text: string, from: number, to: number): boolean => {
  traditional ??= traditionalUnits()
  for (let index = from; index < to; index++) if (traditional[text.charCodeAt(index)] === 1) return true
  return false
}

/** Whether a text holds characters that only traditional Chinese uses. */
export const isTraditional = (text: string): boolean => hasTraditional(text, 0, text.length)

/** What differs between a line and its conversion: single characters where the lengths agree, else one stretch. */
const differences = (line: string, converted: string, offset: number): Edit[] => {
  if (line.length === converted.length)
    return Array.from({ length: line.length }, (_, index) => index)
      .filter((index) => line[index] !== converted[index])
      .map((index) => ({ start: offset + index, end: offset + index + 1, text: converted.charAt(index) }))
  let head = 0
  while (line[head] === converted[head]) head++
  let tail = 0
  while (
    tail < Math.min(line.length, converted.length) - head &&
    line.at(-1 - tail) === converted.at(-1 - tail)
  )
    tail++
  return [
    {
      start: offset + head,
      end: offset + line.length - tail,
      text: converted.slice(head, converted.length - tail),
    },
  ]
}

/**
 * The text in simplified characters. A line without any character that only traditional Chinese uses stays as it is:
 * 著, 乾 and 瞭 are right in simplified texts too (显著, 乾隆, 瞭望).
 */
export const withSimplifiedScript = (mapped: MappedText): MappedText => {
  const edits: Edit[] = []
  const { text } = mapped
  for (let start = 0; start < text.length;) {
    const next = text.indexOf('\n', start)
    const end = next < 0 ? text.length : next
    if (hasTraditional(text, start, end)) {
      const line = text.slice(start, end)
      edits.push(...differences(line, simplified(line), start))
    }
    start = end + 1
  }
  return edited(mapped, edits)
}
