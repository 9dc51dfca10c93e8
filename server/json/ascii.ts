/**
 * JSON in which every other character is escaped. It is longer than UTF-8, and yet both ends need less time: ASCII is
 * read as it is, where V8 decodes UTF-8 slowly.
 */
import { firstOther, firstPlain, marks } from './marks.ts'
import { Room } from './room.ts'

/** A UTF-16 unit takes at most this many bytes: \u4e00. */
const widest = 6
/** What is nested deeper is refused. */
const deepest = 32

const { quote, comma, colon, backslash, openList, closeList, openObject, closeObject } = marks
const u = 0x75
const hexadecimal = Buffer.from('0123456789abcdef')

/** A value is nested too deep, or contains itself. */
export class NestedTooDeep extends Error {
  override readonly name = 'NestedTooDeep'
  constructor() {
    super(`a value is nested deeper than ${deepest.toString()} levels or contains itself`)
  }
}

const isPlain = (value: object): value is Readonly<Record<string, unknown>> => {
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

export class AsciiJson extends Room {
  /** Writes a value as JSON.stringify understands it, and integers beyond its numbers. Throws NestedTooDeep. */
  value(value: unknown, depth = 0): void {
    if (typeof value === 'string') this.text(value)
    else if (typeof value === 'number') this.ascii(Number.isFinite(value) ? String(value) : 'null')
    else if (typeof value === 'boolean' || typeof value === 'bigint') this.ascii(String(value))
    else if (typeof value !== 'object' || value === null) this.ascii('null')
    else if (depth > deepest) throw new NestedTooDeep()
    else if (Array.isArray(value)) this.list(value, depth)
    else if (isPlain(value)) this.object(value, depth)
    else this.stringified(value)
  }

  private list(list: readonly unknown[], depth: number): void {
    this.byte(openList)
    let count = 0
    for (const value of list) {
      if (count++ > 0) this.byte(comma)
      this.value(value, depth + 1)
    }
    this.byte(closeList)
  }

  private object(object: Readonly<Record<string, unknown>>, depth: number): void {
    this.byte(openObject)
    let count = 0
    // A loop, as lists of entries take several times as long.
    for (const key in object) {
      const value = object[key]
      if (value === undefined) continue
      if (count++ > 0) this.byte(comma)
      this.text(key)
      this.byte(colon)
      this.value(value, depth + 1)
    }
    this.byte(closeObject)
  }

  private text(value: string): void {
    const { length } = value
    this.reserve(length * widest + 2)
    const { bytes } = this
    bytes[this.at++] = quote
    for (let index = 0; index < length; index++) {
      const unit = value.charCodeAt(index)
      if (unit < firstOther && unit >= firstPlain && unit !== quote && unit !== backslash)
        bytes[this.at++] = unit
      else this.escape(unit)
    }
    bytes[this.at++] = quote
  }

  /** Writes what JSON.stringify makes of an object with a will of its own, such as a date. */
  private stringified(value: object): void {
    const json = JSON.stringify(value)
    this.reserve(json.length * widest)
    for (let index = 0; index < json.length; index++) {
      const unit = json.charCodeAt(index)
      if (unit < firstOther) this.bytes[this.at++] = unit
      else this.escape(unit)
    }
  }

  /** Writes a unit by its number, where there is room. */
  private escape(unit: number): void {
    const { bytes } = this
    bytes[this.at++] = backslash
    bytes[this.at++] = u
    for (let shift = 12; shift >= 0; shift -= 4) bytes[this.at++] = hexadecimal[(unit >> shift) & 0xf] ?? 0
  }
}
