/** Full company names: what stands before 有限公司, 集团 …, from the place or brand it begins with. */
import { industryWords } from '../../names/lexicon.ts'
import { isBrandWord, isMark, longestReach, withoutModifiers } from '../boundary.ts'
import type { Scene, Token } from '../scene.ts'
import type { Span } from '../span.ts'
import { Trie } from '../trie.ts'
import { companies } from '../words.ts'
import { propose, type Candidate } from './candidate.ts'

const forms = new Trie<string>()
for (const form of companies.forms) forms.add(form, form)

/** A brand has at least two characters. */
const shortestBrand = 2
const closing = new Set([')', '）'])
const opening = new Set(['(', '（'])
/** The longest place in brackets inside a name: 梅特勒-托利多(常州)测量技术有限公司. */
const longestBracket = 10

const openingBefore = (text: string, closed: number): number => {
  for (let at = closed - 1; at >= Math.max(0, closed - longestBracket); at--)
    if (opening.has(text.charAt(at))) return at
  return -1
}

/** Single Chinese numerals and measures stand in brands too: 三一, 道金. */
const isNumeral = ({ text, tag }: Token): boolean => /^\p{Script=Han}$/u.test(text) && /^[mq]/.test(tag)

/** A trade that elsewhere ends names of projects and industries: 昌隆 + 工程 + 机械. */
const isInside = (scene: Scene, token: Token, form: number): boolean => {
  const before = scene.beside(token, -1)
  return industryWords.has(token.text) && token.end < form && before !== undefined && isBrandWord(before)
}

/** The leftmost start of the name whose form begins at `form`. */
const leftmost = (scene: Scene, form: number): number => {
  const floor = Math.max(scene.sentenceAt(form)?.start ?? form, form - longestReach)
  let start = form
  while (start > floor) {
    const token = scene.tokenAt(start - 1)
    if (token === undefined) break
    if (closing.has(token.text)) {
      const open = openingBefore(scene.text, token.start)
      if (open < floor || open < 0) break
      start = open
    } else if (token.end > start || isBrandWord(token) || isNumeral(token) || isInside(scene, token, form))
      start = Math.max(floor, token.start)
    else if (/^[-·•&]$/.test(token.text)) start = token.start
    else break
  }
  return start
}

/** Where in [start, form) a place begins the name: the last one with a brand behind it that no bracket holds. */
const placeStart = (scene: Scene, start: number, form: number, places: readonly Span[]): number => {
  let found = start
  let chainEnd = start
  for (const place of places) {
    if (place.start < start || place.end > form - shortestBrand) continue
    if (opening.has(scene.text.charAt(place.start - 1))) continue
    if (place.start > chainEnd) found = place.start
    chainEnd = place.end
  }
  return found
}

/** A form that a text names without a brand: 该有限公司, 某集团公司. */
const hasBrand = (scene: Scene, { start, end }: Span): boolean => {
  const token = scene.tokenAt(start)
  return end - start >= shortestBrand && token !== undefined && !isMark(token)
}

const branchEnd = (scene: Scene, end: number, places: readonly Span[]): number => {
  const place = places.find(({ start }) => start === end)
  const at = place?.end ?? end
  const branch = companies.branches.find((word) => scene.text.startsWith(word, at))
  return branch !== undefined && place !== undefined ? at + branch.length : end
}

/** Proposes full company names with their legal form. */
export const legalForms = (scene: Scene): readonly Candidate[] => {
  const { places } = scene
  const found: Candidate[] = []
  let after = 0
  for (const { start: form, end } of forms.all(scene.text)) {
    if (form < after) continue
    if (scene.text.startsWith('公司', form) && !closing.has(scene.text.charAt(form - 1))) continue
    const longest = forms.from(scene.text, form).at(-1)?.end ?? end
    const start = placeStart(scene, leftmost(scene, form), form, places)
    const name = withoutModifiers(scene, { start: Math.max(start, after), end: form })
    if (!hasBrand(scene, name)) continue
    after = branchEnd(scene, longest, places)
    found.push(propose('legal-form', 'Company', { start: name.start, end: after }))
  }
  return found
}
