/** Pinyin of names: every reading that people may type, without tones. */
import { readFileSync } from 'node:fs'
import { pinyin } from 'pinyin-pro'
import { parse } from 'yaml'
import { z } from 'zod'
import { projectFile } from '../project.ts'

/** One reading of a name. */
export interface Reading {
  /** In full: lixiangqiche. */
  readonly full: string
  /** Where each syllable begins in `full`; the others are inside one. */
  readonly starts: readonly number[]
  /** The first letter of each syllable: lxqc. */
  readonly initials: string
}

/** The most readings of one name: 2 of each of its first three characters with two. */
const mostReadings = 8

const shape = z.record(z.string().length(1), z.array(z.string().regex(/^[a-z]+$/)).min(2))
const parsed = shape.safeParse(parse(readFileSync(projectFile('data', 'lexicon', 'polyphones.yaml'), 'utf8')))
if (!parsed.success) throw new Error(`data/lexicon/polyphones.yaml: ${z.prettifyError(parsed.error)}`)
const polyphones = new Map(Object.entries(parsed.data))

const han = /\p{Script=Han}/u

/** ü after l and n is typed v, u or ü: all are written u. */
const plain = (syllable: string): string => syllable.replace(/ü/g, 'u').replace(/(?<=^[ln])v/, 'u')

const ofCharacter = new Map<string, string>()
const singleReading = (character: string): string => {
  const known = ofCharacter.get(character)
  if (known !== undefined) return known
  const read = han.test(character) ? pinyin(character, { toneType: 'none' }) : character
  const syllable = plain(read)
  ofCharacter.set(character, syllable)
  return syllable
}

/** The syllables of each character; the reading of the context first. */
const syllables = (characters: readonly string[]): readonly (readonly string[])[] => {
  const inContext = characters.some((character) => polyphones.has(character))
    ? pinyin(characters.join(''), { toneType: 'none', type: 'array' })
    : []
  return characters.map((character, index) => {
    const others = polyphones.get(character)?.map(plain)
    if (!others) return [singleReading(character)]
    const first = plain(inContext[index] ?? '')
    return others.includes(first) ? [first, ...others.filter((other) => other !== first)] : others
  })
}

const toReading = (parts: readonly string[]): Reading => {
  const starts: number[] = []
  let full = ''
  let initials = ''
  for (const part of parts) {
    starts.push(full.length)
    full += part
    initials += part.slice(0, 1)
  }
  return { full, starts, initials }
}

/** The readings of a key (`spellingKey`) that holds Chinese characters, the likeliest first; none for any other. */
export const readingsOf = (key: string): readonly Reading[] => {
  if (!han.test(key)) return []
  let readings: readonly (readonly string[])[] = [[]]
  for (const choices of syllables(Array.from(key))) {
    const kept = readings.length * choices.length <= mostReadings ? choices : choices.slice(0, 1)
    readings = kept.flatMap((choice) => readings.map((reading) => [...reading, choice]))
  }
  return readings.map(toReading)
}

/**
 * What was typed, as pinyin: lower case without tone marks, white space and apostrophes; undefined where it holds
 * anything but letters.
 */
export const typedPinyin = (text: string): string | undefined => {
  const letters = plainTyped(text)
  return /^[a-z]+$/.test(letters) ? letters : undefined
}

/** A key of Chinese characters and pinyin as pinyin: lixiang汽车 is lixiangqiche; undefined where it is not of both. */
export const mixedPinyin = (key: string): string | undefined => {
  const full = /[a-z]/.test(key) ? readingsOf(key)[0]?.full : undefined
  return full !== undefined && /^[a-z]+$/.test(full) ? full : undefined
}

const plainTyped = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    // ü keeps its mark until it is written u; the other marks are tones.
    .replace(/\p{M}/gu, '')
    .replace(/[\s'’·-]/g, '')
    .replace(/(?<=[ln])v/g, 'u')
