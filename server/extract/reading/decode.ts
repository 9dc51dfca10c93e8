/** Bytes to text: the encodings that Chinese text files come in. */
import iconv from 'iconv-lite'
import { everydayShare } from '../repair/everyday.ts'
import { DocumentError } from './documentError.ts'

const boms: readonly { readonly bytes: readonly number[]; readonly encoding: string }[] = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { bytes: [0xff, 0xfe], encoding: 'utf-16le' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be' },
]

/** How much of a text must be everyday Chinese before an encoding that is only guessed is believed. */
const leastEveryday = 0.6

/** Encodings that a page may declare, by the names in use for them. */
const declaredAs: ReadonlyMap<string, 'gb18030' | 'big5'> = new Map([
  ['gb2312', 'gb18030'],
  ['gbk', 'gb18030'],
  ['gb18030', 'gb18030'],
  ['big5', 'big5'],
  ['big5-hkscs', 'big5'],
])

/**
 * The text that the bytes are in an encoding, without its BOM; null where they are none. No text has a NUL, which tells
 * binary files from text in the encodings that fit nearly all bytes.
 */
export const strictly = (bytes: Buffer, encoding: 'utf-8' | 'gb18030' | 'big5'): string | null => {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
    return encoding !== 'utf-8' && text.includes('\u0000') ? null : text
  } catch {
    return null
  }
}

/** What the beginning of a page declares: `<meta charset=…>`, or the same as an http-equiv. */
const declared = (bytes: Buffer): 'gb18030' | 'big5' | null => {
  const name = /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]+)/i.exec(bytes.toString('latin1', 0, 4096))?.[1]
  return declaredAs.get(name?.toLowerCase() ?? '') ?? null
}

/** The readings of the bytes in both encodings, the one with more everyday Chinese first. */
const guessed = (bytes: Buffer): string | null =>
  (['gb18030', 'big5'] as const)
    .map((encoding) => strictly(bytes, encoding))
    .filter((text) => text !== null)
    .map((text) => ({ text, share: everydayShare(text) }))
    .filter(({ share }) => share >= leastEveryday)
    .sort((one, other) => other.share - one.share)[0]?.text ?? null

/** Bytes that no text has: NUL or other control characters outside line breaks, tabs and form feeds. */
const isBinary = (bytes: Buffer): boolean => {
  const sample = bytes.subarray(0, 65_536)
  return sample.includes(0) || sample.filter((byte) => byte < 7 || (byte > 13 && byte < 27)).length > 0
}

/**
 * The text of a file: by its BOM (UTF-8, UTF-16), as UTF-8 where that is right for every byte, as the page declares,
 * or as GB18030 or Big5, whichever gives everyday Chinese. Throws DocumentError for binary files and other encodings.
 */
export const decoded = (bytes: Buffer, file: string): string => {
  const bom = boms.find((one) => one.bytes.every((byte, index) => bytes[index] === byte))
  // Cut text is common (a stream that broke off); a BOM leaves no doubt of the encoding, so the rest is read.
  if (bom !== undefined) return iconv.decode(bytes, bom.encoding)
  if (isBinary(bytes))
    throw new DocumentError(file, 'is binary, not text', 'give .txt, .md, .html, .docx or .pdf')
  const named = declared(bytes)
  const text = strictly(bytes, 'utf-8') ?? (named === null ? null : strictly(bytes, named)) ?? guessed(bytes)
  if (text === null)
    throw new DocumentError(file, 'is in none of UTF-8, UTF-16, GB18030 and Big5', 'save it as UTF-8')
  return text
}
