/**
 * JSON written as UTF-8, into one room for all answers. Whoever writes does so in one go and takes the bytes out before
 * anything is waited for, so answers under way never mix. JSON.stringify needs the objects first, then makes a text,
 * which is read once more to be encoded; this takes half as long.
 */

/** Bytes of the room at first; it grows with an answer and is kept up to a size. */
const room = { first: 64 * 1024, kept: 4 * 1024 * 1024 } as const
/** A UTF-16 unit takes at most this many bytes of UTF-8. */
const widest = 3

const ascii = (text: string): Uint8Array => Buffer.from(text, 'latin1')
const words = { null: ascii('null'), true: ascii('true'), false: ascii('false') } as const
const [quote, backslash] = [0x22, 0x5c]

export class Json {
  private bytes = Buffer.allocUnsafeSlow(room.first)
  private at = 0

  /** Where the next byte goes. */
  get mark(): number {
    return this.at
  }

  /** Takes back what was written since a mark. */
  rewind(mark: number): void {
    this.at = mark
  }

  /** A copy of what was written since a mark. */
  since(mark: number): Buffer {
    return Buffer.from(this.bytes.subarray(mark, this.at))
  }

  /** Takes out what was written since a mark. */
  take(mark: number): Buffer {
    const taken = this.since(mark)
    this.at = mark
    if (mark === 0 && this.bytes.length > room.kept) this.bytes = Buffer.allocUnsafeSlow(room.first)
    return taken
  }

  /** Writes bytes as they are. */
  put(bytes: Uint8Array): void {
    this.reserve(bytes.length)
    this.bytes.set(bytes, this.at)
    this.at += bytes.length
  }

  null(): void {
    this.put(words.null)
  }

  boolean(value: boolean): void {
    this.put(value ? words.true : words.false)
  }

  /** Writes a finite number. */
  number(value: number): void {
    // As JSON writes it, -0 included.
    const text = String(value)
    this.reserve(text.length)
    for (let index = 0; index < text.length; index++) this.bytes[this.at++] = text.charCodeAt(index)
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
      if (unit < 0x80) {
        if (unit < 0x20 || unit === quote || unit === backslash) {
          this.escaped(value)
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
        this.escaped(value)
        return
      }
    }
    bytes[at++] = quote
    this.at = at
  }

  /** Writes whatever JSON can hold. */
  value(value: unknown): void {
    if (typeof value === 'string') this.text(value)
    else this.plain(JSON.stringify(value))
  }

  /** Writes a text with characters that JSON escapes, or of more than one unit. */
  private escaped(value: string): void {
    this.plain(JSON.stringify(value))
  }

  private plain(json: string): void {
    this.reserve(json.length * widest)
    this.at += this.bytes.write(json, this.at)
  }

  private reserve(more: number): void {
    const needed = this.at + more
    if (needed <= this.bytes.length) return
    const larger = Buffer.allocUnsafeSlow(Math.max(needed, 2 * this.bytes.length))
    this.bytes.copy(larger, 0, 0, this.at)
    this.bytes = larger
  }
}
