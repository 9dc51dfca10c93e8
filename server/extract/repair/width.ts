/** Full-width letters and digits, as old systems wrote them: ２０２４, ＡＲ. */
import { edited, type MappedText } from './mappedText.ts'

const fullWidth = /[０-９Ａ-Ｚａ-ｚ％]+|(?<=[０-９0-9])．(?=[０-９0-9])/g

/** The text with letters, digits, % and decimal points at half width. Other full-width marks are right as they are. */
export const withHalfWidth = (mapped: MappedText): MappedText =>
  edited(
    mapped,
    Array.from(mapped.text.matchAll(fullWidth), ({ index, 0: wide }) => ({
      start: index,
      end: index + wide.length,
      text: wide.normalize('NFKC'),
    })).flatMap(({ start, text }) =>
      // One edit a character, so that each still maps back to its own.
      Array.from({ length: text.length }, (_, offset) => ({
        start: start + offset,
        end: start + offset + 1,
        text: text.charAt(offset),
      })),
    ),
  )
