/** What the first lines of a text show of it where nothing states a title or a date. */
import { isPartialDate } from '../../model/date.ts'
import type { DocumentHeader } from '../document.ts'

/** A headline is rarely longer; a longer first line is the first paragraph. */
const longestTitle = 60
/** A date line stands near the top. */
const dateLines = 8

const dateLine =
  /^(?:(?:发布|发表|更新)?(?:日期|时间)\s*[:：]?\s*)?(\d{4})\s*[-/.年]\s*(\d{1,2})\s*(?:[-/.月]\s*(\d{1,2})\s*日?|月)(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?(?:\s*(?:来源|作者|编辑)\s*[:：].*)?$/

const padded = (part: string): string => part.padStart(2, '0')

const dateOf = (line: string): string | null => {
  const [, year, month, day] = dateLine.exec(line) ?? []
  if (year === undefined || month === undefined) return null
  const date = [year, padded(month), ...(day === undefined ? [] : [padded(day)])].join('-')
  return isPartialDate(date) ? date : null
}

const isTitle = (line: string): boolean =>
  line.length >= 4 &&
  line.length <= longestTitle &&
  !/[。；;，,：:、]$/.test(line) &&
  !/。|^[（(【[□■●•]/.test(line)

/**
 * The title and date that a cleaned text shows: its first line where that reads like a headline (short, no full stop),
 * and a line near the top that is nothing but a date. A date inside a sentence is not the document's.
 */
export const shownHeader = (text: string): Partial<DocumentHeader> => {
  const lines = text.split('\n', dateLines)
  const date = lines.map(dateOf).find((one) => one !== null)
  const first = lines.find((line) => dateOf(line) === null)
  return {
    ...(first !== undefined && lines.length > 1 && isTitle(first) ? { title: first } : {}),
    ...(typeof date !== 'string' ? {} : { date }),
  }
}
