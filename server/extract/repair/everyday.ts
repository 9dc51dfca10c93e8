/** How much a text looks like Chinese that somebody wrote, not like bytes read in the wrong encoding. */
import iconv from 'iconv-lite'
import { simplified } from '../../names/normalise.ts'

/** Whether a simplified character is an everyday one: GB 2312 puts these 3,755 first, at lead bytes 0xB0 to 0xD7. */
export const isEveryday = (character: string): boolean => {
  const [lead = 0, trail = 0] = iconv.encode(character, 'gb18030')
  return lead >= 0xb0 && lead <= 0xd7 && trail >= 0xa1
}

/** How many characters are looked at; more would not change the answer. */
const sample = 4000

/** 0..1: the share of everyday characters among all that are not ASCII, in the first 4,000; 1 where all is ASCII. */
export const everydayShare = (text: string): number => {
  const others = Array.from(simplified(text.slice(0, sample))).filter(
    (character) => character > '\u007f' && !/[\u2000-\u206f\u3000-\u303f\uff00-\uffef]/u.test(character),
  )
  return others.length === 0 ? 1 : others.filter(isEveryday).length / others.length
}
