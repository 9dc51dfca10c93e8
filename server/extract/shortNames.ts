/** The short names a document has established for the companies it names, and where it uses them. */
import { industryWords } from '../names/lexicon.ts'
import { parseCompanyName } from '../names/companyName.ts'
import { regionsNamed } from '../names/place.ts'
import { isCoined, standsAsName } from './boundary.ts'
import { propose, type Candidate } from './candidates/candidate.ts'
import type { Scene } from './scene.ts'
import { Trie } from './trie.ts'
import { plainWords } from './words.ts'

const stated =
  /^[（(](?:以下|下文|下)?(?:简称|称)(?:为)?[:：]?[“"「]?([^”"」（）()]{2,12})[”"」]?(?:[,，;；][^（）()]*)?[)）]/u
/** How far behind a name its stated short name is looked for. */
const longestStatement = 30
const shortestBrand = 2

/** Parts of a name before its last: 智能装备 begins with 智能. */
const tradesAtFront = (industry: string): readonly string[] => {
  const found: string[] = []
  for (let length = shortestBrand; length <= industry.length; length++)
    if (industryWords.has(industry.slice(0, length))) found.push(industry.slice(0, length))
  return found
}

interface Shortened {
  readonly text: string
  /** Whether it may as well be a parent of the same brand: then it is a name, but not this firm's. */
  readonly mayBeParent: boolean
}

/**
 * What a name may be shortened to: 铭纳阳, 铭纳阳智能, 铭纳阳智能装备, each also with its place; without branches. A firm
 * with its place behind its brand (捷翼汽车零部件(常州)有限公司) is as a rule one of a family, and so is one that adds a
 * trade to a name led by its country (中国铁建重工集团有限公司).
 */
const shortened = (name: string): readonly Shortened[] => {
  const { parts, regions, isLocal, brand, industry, form, branch } = parseCompanyName(name)
  if (branch !== '' || (industry === '' && form === '')) return []
  const place = parts[0]?.kind === 'place' ? parts[0].text : ''
  const isNational = place !== '' && regions.length === 0
  const bare = [brand, ...[...tradesAtFront(industry), industry].map((trade) => brand + trade)]
  return [
    ...[...new Set(bare)].map((text) => ({ text, mayBeParent: isLocal })),
    ...(place === ''
      ? []
      : [...new Set(bare)].map((text) => ({
          text: place + text,
          mayBeParent: isLocal || (isNational && text === brand && industry !== ''),
        }))),
  ].filter(({ text }) => regionsNamed(text).length === 0)
}

/** The full name of a company as the document or the known names give it. */
const nameOf = (scene: Scene, { start, end, name }: Candidate): string =>
  name === '' ? scene.text.slice(start, end) : name

interface Short {
  readonly full: Candidate
  readonly name: string
  readonly rule: string
  readonly mayBeParent: boolean
}

/** The short names of a document's companies; those that two companies share are left out. */
const shortsOf = (scene: Scene, found: readonly Candidate[]): ReadonlyMap<string, Short> => {
  const shorts = new Map<string, Short>()
  const shared = new Set<string>()
  const add = (text: string, short: Short): void => {
    if (text.length < shortestBrand || text === short.name || plainWords.has(text)) return
    const other = shorts.get(text)
    if (other === undefined) shorts.set(text, short)
    else if (other.name !== short.name && other.rule === short.rule) shared.add(text)
  }
  const companies = found.filter(({ label, rule }) => label === 'Company' && rule !== 'placed-works')
  for (const full of companies) {
    const said = stated.exec(scene.text.slice(full.end, full.end + longestStatement))?.[1]
    if (said !== undefined)
      add(said, { full, name: nameOf(scene, full), rule: 'established-name', mayBeParent: false })
  }
  const longestFirst = [...companies].sort(
    (left, right) => right.end - right.start - (left.end - left.start) || left.start - right.start,
  )
  for (const full of longestFirst) {
    const name = nameOf(scene, full)
    for (const { text, mayBeParent } of shortened(scene.text.slice(full.start, full.end)))
      add(text, { full, name, rule: 'short-name', mayBeParent })
  }
  for (const text of shared) shorts.delete(text)
  return shorts
}

/** Proposes the uses of short names of the companies found. */
export const shortNames = (scene: Scene, found: readonly Candidate[]): readonly Candidate[] => {
  const trie = new Trie<Short>()
  for (const [text, short] of shortsOf(scene, found)) trie.add(text, short)
  return trie.all(scene.text).flatMap(({ start, end, values }) =>
    values.flatMap(({ full, name, rule, mayBeParent }) => {
      const isPlain =
        end - start > 3 || isCoined(scene, { start, end }) || standsAsName(scene, { start, end })
      if (rule === 'short-name' && !isPlain) return []
      const meant = mayBeParent ? {} : { known: full.known, name }
      return [{ ...propose(rule, 'Company', { start, end }), ...meant }]
    }),
  )
}
