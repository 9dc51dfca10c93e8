/** Radicals and compatibility ideographs that stand for whole characters, as PDF files give them: 汽⻋⼯⼚. */
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'
import { projectFile } from '../../project.ts'
import { edited, type MappedText } from './mappedText.ts'

const radical = /[\u2e80-\u2fdf\uf900-\ufaff]/g

let supplement: Readonly<Record<string, string>> | undefined

const readSupplement = (): Readonly<Record<string, string>> =>
  z
    .record(z.string().length(1), z.string().length(1))
    .parse(parse(readFileSync(projectFile('data', 'lexicon', 'radicals.yaml'), 'utf8')))

const whole = (character: string): string => {
  supplement ??= readSupplement()
  return supplement[character] ?? character.normalize('NFKC')
}

/** The text with whole characters in place of radicals that look the same. */
export const withWholeCharacters = (mapped: MappedText): MappedText =>
  edited(
    mapped,
    Array.from(mapped.text.matchAll(radical), ({ index, 0: character }) => ({
      start: index,
      end: index + 1,
      text: whole(character),
    })),
  )
