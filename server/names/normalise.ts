/** One spelling for names that are written in many: width, script, brackets, quotes, white space, case. */
import { Converter } from 'opencc-js/t2cn'

const toSimplified = Converter({ from: 't', to: 'cn' })

/** Traditional characters as simplified ones: 太陽誘電 → 太阳诱电. */
export const simplified = (text: string): string => toSimplified(text)

const between = /(?<=[\p{Script=Han}\p{P}])\s+|\s+(?=[\p{Script=Han}\p{P}])/gu

/**
 * A name as it is stored and shown: compatibility forms folded (full width to half width), quotation marks
 * straight-forward (“ ”), white space trimmed and folded. Characters and case stay as they are.
 */
export const cleanName = (text: string): string => text.normalize('NFKC').trim().replace(/\s+/g, ' ')

/** What two spellings of one name share: simplified, lower case, without quotes and without white space around Chinese characters. */
export const nameKey = (text: string): string =>
  simplified(cleanName(text))
    .toLowerCase()
    .replace(/["'“”‘’「」『』《》]/g, '')
    .replace(between, '')
