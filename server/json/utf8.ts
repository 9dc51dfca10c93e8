/**
 * JSON written as UTF-8, value by value, as JSON.stringify would write it. That needs the objects first and makes a
 * text, which is read once more to be encoded; this takes half as long.
 */
import { firstOther, firstPlain, marks } from './marks.ts'
import { Room } from './room.ts'

/** A UTF-16 unit takes at most this many bytes of UTF-8. */
const widest = 3

const { quote, backslash } = marks

export class Utf8Json extends Room {
  null(): void {
    this.ascii('null')
  }

  boolean(value: boolean): void {
    this.ascii(value ? 'true' : 'false')
  }

  /** Writes a finite number. */
  number(value: number): void {
    this.ascii(String(value))
  }

  /** Writes a text in quotation marks. */
  text(value: string): void {
    const { length } = value
    this.reserve(length * widest + 2)
    const { bytes } = this
    let at = this.at
    bytes[at++] = quote
    for (let index = 0; index < length; index++) {
      const unit = value.charCodeAt(index)
      if (unit < firstOther) {
        if (unit < firstPlain || unit === quote || unit === backslash) {
          this.stringified(value)
          return
        }
        bytes[at++] = unit
      } else if (unit < 0x800) {
        bytes[at++] = 0xc0 | (unit >> 6)
        bytes[at++] = 0x80 | (unit & 0x3f)
      } else if (unit < 0xd800 || unit > 0xdfff) {
        bytes[at++] = 0xe0 | (unit >> 12)
        bytes[at++] = 0x80 | ((unit >> 6) & 0x3f)
        bytes[at++] = 0x80 | (unit & 0x3f)
      } else {
        this.stringified(value)
        return
      }
    }
    bytes[at++] = quote
    this.at = at
  }

  /** Writes whatever JSON can hold. */
  value(value: unknown): void {
    if (typeof value === 'string') this.text(value)
    else this.stringified(value)
  }

  /** Writes what needs more looking at: characters that are escaped or of two units, and values that are no texts. */
  private stringified(value: unknown): void {
    const json = JSON.stringify(value)
    this.reserve(json.length * widest)
    this.at += this.bytes.write(json, this.at)
  }
}
