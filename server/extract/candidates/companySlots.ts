/** Companies by the place of a sentence that only they fill: 由X供应, 向X采购, 进入X供应链, 与X签约. */
import { companyEnd, isBrandWord, isCoined, isMark } from '../boundary.ts'
import type { Scene, Token } from '../scene.ts'
import type { Span } from '../span.ts'
import { companies, plainWords } from '../words.ts'
import { propose, type Candidate } from './candidate.ts'

const adverbs = new Set(companies.slotAdverbs)
const nouns = new Set([...companies.nouns, ...companies.roles])
const trades = new Set(companies.industries)
const common = new Set(companies.commonBrands)
const listEnds = new Set(companies.listEnds)
const separators = new Set(['、', '和', '及', '与', '以及'])
const lengths = { least: 2, most: 14 } as const
/** Words between a list and what closes its place: 等企业的. */
const mostBetween = 5

const closersOf = new Map<string, ReadonlySet<string>>(
  companies.slots.flatMap(({ open, close }) => open.map((word) => [word, new Set(close)] as const)),
)
const openerOf = (scene: Scene, token: Token): ReadonlySet<string> | undefined =>
  closersOf.get((scene.beside(token, -1)?.text ?? '') + token.text) ?? closersOf.get(token.text)

const bracketed = /^[（(]\p{Script=Han}{2,6}[)）]/u

/** One item from `start`: words of a brand, with a place in brackets, up to what closes the place. */
const itemEnd = (scene: Scene, start: number, closers: ReadonlySet<string>): number => {
  let end = start
  for (;;) {
    const token = scene.tokenAt(end)
    const bracket = end > start ? bracketed.exec(scene.text.slice(end, end + 8)) : null
    if (bracket !== null) return end + bracket[0].length
    if (token === undefined || token.end - start > lengths.most) return end
    if (closers.has(token.text) || adverbs.has(token.text) || nouns.has(token.text)) return end
    if (end > start && listEnds.has(token.text)) return end
    if (!isBrandWord(token) && token.tag !== 'eng' && token.tag !== 'ns') return end
    end = token.end
  }
}

/** Whether something may be a company's name: coined, behind a place, or with a trade; not common words alone. */
const isLikely = (scene: Scene, { start, end }: Span): boolean => {
  const last = scene.tokenAt(end - 1)
  const first = scene.tokenAt(start)
  if (first === undefined || last === undefined || end - start < lengths.least) return false
  const text = scene.text.slice(start, end)
  if (/\d/.test(text)) return false
  const place = scene.places.find((candidate) => candidate.start === start && candidate.end < end)
  const isPlaced = place !== undefined && !plainWords.has(scene.text.slice(place.end, end))
  const isNamed = last.start > first.start && trades.has(last.text) && !plainWords.has(first.text)
  return isPlaced || isNamed || isCoined(scene, { start, end }) || common.has(text)
}

/** The items of the list from `start`, and where it ends. */
const listFrom = (scene: Scene, start: number, closers: ReadonlySet<string>) => {
  const items: Span[] = []
  let at = start
  for (;;) {
    const end = itemEnd(scene, at, closers)
    if (end > at) items.push({ start: at, end: companyEnd(scene, end) })
    const next = scene.tokenAt(end)
    if (next === undefined || end === at || !separators.has(next.text)) return { items, end }
    at = next.end
  }
}

/** Whether what closes the place follows soon; where nothing closes it, whether the clause ends. */
const isClosed = (scene: Scene, end: number, closers: ReadonlySet<string>): boolean => {
  let token = scene.tokenAt(end)
  if (closers.size === 0) return token === undefined || isMark(token) || adverbs.has(token.text)
  for (let count = 0; count < mostBetween && token !== undefined; count++) {
    if (closers.has(token.text)) return true
    const isCrossed = adverbs.has(token.text) || nouns.has(token.text) || /^[md]/.test(token.tag)
    if (!isCrossed) return false
    token = scene.beside(token, 1)
  }
  return false
}

/** Proposes what fills the places of companies, unless a name of another kind stands there. */
export const companySlots = (scene: Scene, found: readonly Candidate[]): readonly Candidate[] => {
  const others = new Set(
    found.flatMap(({ label, end }) => (label === 'Company' || label === 'Region' ? [] : [end])),
  )
  return scene.tokens.flatMap((token) => {
    const closers = openerOf(scene, token)
    if (closers === undefined) return []
    const { items, end } = listFrom(scene, token.end, closers)
    if (!isClosed(scene, end, closers)) return []
    return items
      .filter((item) => !others.has(item.end) && isLikely(scene, item))
      .map((item) => propose('company-slot', 'Company', item))
  })
}
