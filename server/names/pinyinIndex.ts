/** Which names sound as what was typed: in full or by initials, as a whole or from any syllable on. */
import { Grams } from './grams.ts'
import { readingsOf } from './pinyin.ts'

/** A name whose reading holds what was typed. */
export interface Sounding {
  /** The number of the name. */
  readonly name: number
  /** Of the reading's letters. */
  readonly share: number
  /** Whether it is heard from the beginning. */
  readonly isHead: boolean
}

const lettersInGram = 3
const initialsInGram = 2

export class PinyinIndex {
  private readonly names: Uint32Array
  private readonly readings: readonly string[]
  private readonly initials: readonly string[]
  /** Syllables of all readings, one after another, and where each reading's begin. */
  private readonly starts: Uint16Array
  private readonly offsets: Uint32Array
  private readonly byLetters: Grams
  private readonly byInitials: Grams

  /** Indexes the keys (`spellingKey`) of names. */
  constructor(keys: readonly string[]) {
    const all = keys.flatMap((key, name) => readingsOf(key).map((reading) => ({ name, ...reading })))
    this.names = Uint32Array.from(all, ({ name }) => name)
    this.readings = all.map(({ full }) => full)
    this.initials = all.map(({ initials }) => initials)
    this.offsets = new Uint32Array(all.length + 1)
    this.starts = new Uint16Array(all.reduce((sum, { starts }) => sum + starts.length, 0))
    for (const [index, { starts }] of all.entries()) {
      const at = this.offsets[index] ?? 0
      this.starts.set(starts, at)
      this.offsets[index + 1] = at + starts.length
    }
    this.byLetters = new Grams(this.readings, lettersInGram)
    this.byInitials = new Grams(this.initials, initialsInGram)
  }

  /** The names with a reading that holds these letters from the beginning of a syllable on. */
  *inFull(letters: string): Generator<Sounding> {
    for (const reading of this.byLetters.containing(letters)) {
      const at = this.syllableAt(reading, letters)
      if (at !== undefined) yield this.sounding(reading, letters, this.readings, at)
    }
  }

  /** The names whose syllables begin with these letters, one after another. */
  *inInitials(letters: string): Generator<Sounding> {
    for (const reading of this.byInitials.containing(letters))
      yield this.sounding(reading, letters, this.initials, this.initials[reading]?.indexOf(letters) ?? 0)
  }

  private sounding(reading: number, letters: string, texts: readonly string[], at: number): Sounding {
    const share = letters.length / (texts[reading] ?? letters).length
    return { name: this.names[reading] ?? 0, share, isHead: at === 0 }
  }

  private syllableAt(reading: number, letters: string): number | undefined {
    const text = this.readings[reading] ?? ''
    const starts = this.starts.subarray(this.offsets[reading] ?? 0, this.offsets[reading + 1] ?? 0)
    for (let at = text.indexOf(letters); at >= 0; at = text.indexOf(letters, at + 1))
      if (starts.includes(at)) return at
    return undefined
  }
}
