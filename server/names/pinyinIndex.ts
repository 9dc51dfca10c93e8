/** Which names sound as what was typed: in full or by initials, as a whole or from any syllable on. */
import { firstFrom, Grams } from './grams.ts'
import { readingsOf, type Reading } from './pinyin.ts'

/** A name whose reading holds what was typed. */
export interface Sounding {
  /** The number of the name. */
  readonly name: number
  /** Of the reading's letters. */
  readonly share: number
}

/** The fewest letters that are looked up in full, and as initials: the sizes of the grams. */
const fewestLetters = 3
const fewestInitials = 2

/** Texts of one kind in the order of their length, each with the number of its name. */
class Sounds {
  readonly texts: readonly string[]
  readonly names: Uint32Array
  private readonly lengths: Uint32Array
  private readonly grams: Grams

  constructor(sorted: readonly { readonly name: number; readonly text: string }[], size: number) {
    this.texts = sorted.map(({ text }) => text)
    this.names = Uint32Array.from(sorted, ({ name }) => name)
    this.lengths = Uint32Array.from(sorted, ({ text }) => text.length)
    this.grams = new Grams(this.texts, [size])
  }

  containing(piece: string): Generator<number> {
    return this.grams.containing(piece)
  }

  equal(text: string): Generator<number> {
    return this.grams.containing(
      text,
      firstFrom(this.lengths, text.length),
      firstFrom(this.lengths, text.length + 1),
    )
  }

  sounding(index: number, letters: string): Sounding {
    const share = letters.length / (this.texts[index] ?? letters).length
    return { name: this.names[index] ?? 0, share }
  }
}

export class PinyinIndex {
  private readonly full: Sounds
  private readonly initials: Sounds
  /** Where the syllables of each full reading begin, one reading after another. */
  private readonly starts: Uint16Array
  private readonly offsets: Uint32Array

  /** Indexes the keys (`spellingKey`) of names, which come the shorter first. */
  constructor(keys: readonly string[]) {
    const inOrder = keys.flatMap((key, name) => readingsOf(key).map((reading) => ({ name, ...reading })))
    this.initials = new Sounds(
      inOrder.map(({ name, initials }) => ({ name, text: initials })),
      fewestInitials,
    )
    const all = inOrder.sort((left, right) => left.full.length - right.full.length || left.name - right.name)
    this.full = new Sounds(
      all.map(({ name, full }) => ({ name, text: full })),
      fewestLetters,
    )
    ;({ starts: this.starts, offsets: this.offsets } = flatten(all))
  }

  /** The names with a reading that holds these letters from the beginning of a syllable on, the shorter first. */
  *inFull(letters: string): Generator<Sounding> {
    for (const reading of this.full.containing(letters))
      if (this.beginsSyllable(reading, letters)) yield this.full.sounding(reading, letters)
  }

  /** The names whose syllables begin with these letters, one after another, the shorter first. */
  *inInitials(letters: string): Generator<Sounding> {
    for (const reading of this.initials.containing(letters)) yield this.initials.sounding(reading, letters)
  }

  /** The numbers of the names that are read as exactly these letters. */
  *readAs(letters: string): Generator<number> {
    for (const reading of this.full.equal(letters)) yield this.full.names[reading] ?? 0
  }

  /** The numbers of the names with exactly these initials. */
  *abbreviatedAs(letters: string): Generator<number> {
    for (const reading of this.initials.equal(letters)) yield this.initials.names[reading] ?? 0
  }

  private beginsSyllable(reading: number, letters: string): boolean {
    const text = this.full.texts[reading] ?? ''
    const starts = this.starts.subarray(this.offsets[reading] ?? 0, this.offsets[reading + 1] ?? 0)
    for (let at = text.indexOf(letters); at >= 0; at = text.indexOf(letters, at + 1))
      if (starts.includes(at)) return true
    return false
  }
}

const flatten = (readings: readonly Reading[]) => {
  const offsets = new Uint32Array(readings.length + 1)
  const starts = new Uint16Array(readings.reduce((sum, reading) => sum + reading.starts.length, 0))
  for (const [index, reading] of readings.entries()) {
    const at = offsets[index] ?? 0
    starts.set(reading.starts, at)
    offsets[index + 1] = at + reading.starts.length
  }
  return { starts, offsets }
}
