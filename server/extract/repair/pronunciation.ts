/** Pronunciation notes that pages put after characters for learners: 發(fā). */
import { polyphonic } from 'pinyin-pro'
import { edited, type Edit, type MappedText } from './mappedText.ts'

const toned = 'āáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜńňǹ'

/** A toned syllable. Untoned letters in brackets are as likely an abbreviation, 碳(c), and stay. */
export const syllable = `[a-zü]{0,4}[${toned}][a-zü]{0,3}`

const note = new RegExp(`(\\p{Script=Han})[(（](${syllable})[)）]`, 'gu')

/** Whether a character is read so: 重 as zhòng and as chóng. Readings carry tone marks. */
export const isReading = (character: string, reading: string): boolean =>
  (polyphonic(character, { type: 'array' })[0] ?? []).includes(reading)

/** The text without notes that give the reading of the character before them; other words in brackets stay. */
export const withoutPronunciation = (mapped: MappedText): MappedText => {
  const edits: Edit[] = []
  for (const { index, 0: whole, 1: character = '', 2: reading = '' } of mapped.text.matchAll(note))
    if (isReading(character, reading))
      edits.push({ start: index + character.length, end: index + whole.length, text: '' })
  return edited(mapped, edits)
}
