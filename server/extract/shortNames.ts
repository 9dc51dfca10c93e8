/** The short names a document has established for the companies it names, and where it uses them. */
import { industryWords } from '../names/lexicon.ts'
import { isGroup } from '../names/compareNames.ts'
import { parseCompanyName, type CompanyName } from '../names/companyName.ts'
import { regionsNamed } from '../names/place.ts'
import { isCoined, standsAsName } from './boundary.ts'
import { propose, type Candidate } from './candidates/candidate.ts'
import type { Scene } from './scene.ts'
import { Trie } from './trie.ts'
import { brands, plainWords } from './words.ts'

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

const wellKnown = new Set(brands)

interface Shortened {
  readonly text: string
  /** Whether it leaves out the place at the front of the full name. */
  readonly isWithoutPlace: boolean
  /** Whether it may as well be a parent of the same brand: then it is a name, but not this firm's. */
  readonly mayBeParent: boolean
}

/**
 * What a name may be shortened to: 铭纳阳, 铭纳阳智能, 铭纳阳智能装备, each also with its place; without branches. A firm
 * with its place behind its brand (捷翼汽车零部件(常州)有限公司) is as a rule one of a family, so is one that adds a
 * trade to a name led by its country (中国铁建重工集团有限公司), and one with a place before a well-known name, unless it is
 * the share company that is listed under it.
 */
const shortened = (name: string): readonly Shortened[] => {
  const { parts, regions, isLocal, brand, industry, form, branch, qualifiers } = parseCompanyName(name)
  if (branch !== '' || (industry === '' && form === '')) return []
  const place = parts[0]?.kind === 'place' ? parts[0].text : ''
  const isNational = place !== '' && regions.length === 0
  const isListed = qualifiers.includes('shares')
  const bare = [brand, ...[...tradesAtFront(industry), industry].map((trade) => brand + trade)]
  return [
    ...[...new Set(bare)].map((text) => ({
      text,
      isWithoutPlace: place !== '',
      mayBeParent: isLocal || (place !== '' && !isListed && wellKnown.has(text)),
    })),
    ...(place === ''
      ? []
      : [...new Set(bare)].map((text) => ({
          text: place + text,
          isWithoutPlace: false,
          mayBeParent: isLocal || (isNational && text === brand && industry !== ''),
        }))),
  ].filter(({ text }) => regionsNamed(text).length === 0)
}

/** The full name of a company as the document or the known names give it. */
const nameOf = (scene: Scene, { start, end, name }: Candidate): string =>
  name === '' ? scene.text.slice(start, end) : name

/** Whether a group's name without 集团 may be that of one of its members here: 茅台 beside 茅台酒股份. */
const isOfGroup = (text: string, name: string, others: readonly CompanyName[]): boolean => {
  const own = parseCompanyName(name)
  return isGroup(own) && others.some((other) => other.brand.startsWith(text) && !isGroup(other))
}

/** Whether a text stands before a full name already, behind the headline: what is used first needs no longer name. */
const isUsedBefore = ({ text: all, sentences }: Scene, text: string, full: Candidate): boolean => {
  const behindHeadline = sentences.find(({ paragraph }) => paragraph > 0)?.start ?? 0
  const first = all.indexOf(text, behindHeadline)
  return first >= 0 && first < full.start
}

interface Short {
  readonly full: Candidate
  readonly name: string
  readonly rule: string
  readonly mayBeParent: boolean
}

/** The short names of a document's companies; those that two companies share are left out. */
const shortsOf = (scene: Scene, found: readonly Candidate[]): ReadonlyMap<string, Short> => {
  const shorts = new Map<string, Short>()
  const add = (text: string, short: Short): void => {
    if (text.length < shortestBrand || text === short.name || plainWords.has(text)) return
    const other = shorts.get(text)
    if (other === undefined) shorts.set(text, short)
    else if (other.name !== short.name && other.rule === short.rule)
      shorts.set(text, { ...other, mayBeParent: true })
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
  const namesHere = longestFirst.map((one) => parseCompanyName(nameOf(scene, one)))
  for (const full of longestFirst) {
    const name = nameOf(scene, full)
    for (const { text, isWithoutPlace, mayBeParent } of shortened(scene.text.slice(full.start, full.end))) {
      const isAnothers =
        (isWithoutPlace && isUsedBefore(scene, text, full)) || isOfGroup(text, name, namesHere)
      add(text, { full, name, rule: 'short-name', mayBeParent: mayBeParent || isAnothers })
    }
  }
  return shorts
}

/** Proposes the uses of short names of the companies found. */
export const shortNames = (scene: Scene, found: readonly Candidate[]): readonly Candidate[] => {
  const shorts = shortsOf(scene, found)
  const trie = new Trie<Short>(shorts.size)
  for (const [text, short] of shorts) trie.add(text, short)
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
