/** Bare brands: uncommon words where a sentence has a company, such as 提供芯片的X, X供应电池, X宣布, 与X签约. */
import { companyEnd, isCoined, isHead, isMark, isParticle } from '../boundary.ts'
import type { Scene, Token } from '../scene.ts'
import type { Span } from '../span.ts'
import { companies, products } from '../words.ts'
import { propose, type Candidate } from './candidate.ts'

const verbs = new Set(companies.verbs)
const supplies = new Set(companies.supplies)
const prepositions = new Set(companies.takes)
const nouns = new Set([...companies.nouns, ...companies.roles])
const acronyms = new Set(companies.acronyms)
const productHeads = new Set(products.heads)
const lengths = { least: 2, most: 8 } as const

const brandTags = /^(?:x|nr|nrt|nrfg|nz|nt|eng)$/

const isBrandPart = (token: Token): boolean => {
  if (isMark(token) || isParticle(token.text) || nouns.has(token.text) || isHead(token)) return false
  if (token.tag === 'eng') return token.text.length > 2 && !/\d/.test(token.text) && !acronyms.has(token.text)
  if (token.tag === 'nz' && token.text.length === 2) return false
  return brandTags.test(token.tag) || (token.text.length === 1 && !/^[mqprucdfty]$/.test(token.tag))
}

/** Runs of words that may be a brand. */
const brandRuns = (scene: Scene): readonly Span[] => {
  const runs: { start: number; end: number }[] = []
  for (const token of scene.tokens) {
    if (!isBrandPart(token)) continue
    const last = runs.at(-1)
    if (last !== undefined && last.end === token.start && scene.beside(token, -1) !== undefined)
      last.end = token.end
    else runs.push({ start: token.start, end: token.end })
  }
  return runs.filter((run) => run.end - run.start >= lengths.least && run.end - run.start <= lengths.most)
}

/** Whether the run is what 提供…的 stands before: the clause up to 的 begins with a verb of supply. */
const isSupplier = (scene: Scene, particle: Token): boolean => {
  for (let token = scene.beside(particle, -1); token !== undefined; token = scene.beside(token, -1)) {
    if (supplies.has(token.text)) return true
    if (isMark(token) && token.text !== '、') return false
  }
  return false
}

/** Directly before a company's name: 母公司X, 制造商X. */
const calls = new Set(companies.calls)

const beforeWeight = (scene: Scene, before: Token | undefined): number => {
  if (before !== undefined && scene.endsPlace(before.end)) return 1
  if (before === undefined || (isMark(before) && before.text !== '、')) return 1
  if (before.text === '的') return isSupplier(scene, before) ? 2 : 0
  if (calls.has(before.text)) return 2
  return prepositions.has(before.text) ? 1 : 0
}

/** Behind a place the end of the clause is a sign too: 越南领讯、. */
const afterWeight = (scene: Scene, after: Token | undefined, isPlaced: boolean): number => {
  if (after === undefined) return 0
  if (supplies.has(after.text) || verbs.has(after.text)) return 1
  const next = after.text === '的' ? scene.beside(after, 1) : after
  if (isMark(after) || /^[cp]/.test(after.tag)) return isPlaced ? 1 : 0
  return next !== undefined && (nouns.has(next.text) || productHeads.has(next.text)) ? 1 : 0
}

/** Two signs make a brand. */
const enough = 2

/** Proposes bare brands. */
export const brands = (scene: Scene): readonly Candidate[] => {
  const runs = brandRuns(scene).filter((run) => isCoined(scene, run))
  const uses = new Map<string, number>()
  const textOf = ({ start, end }: Span): string => scene.text.slice(start, end)
  for (const run of runs) uses.set(textOf(run), (uses.get(textOf(run)) ?? 0) + 1)
  return runs.flatMap((run) => {
    const first = scene.tokenAt(run.start)
    const last = scene.tokenAt(run.end - 1)
    if (first === undefined || last === undefined) return []
    const weight =
      beforeWeight(scene, scene.beside(first, -1)) +
      afterWeight(scene, scene.beside(last, 1), scene.endsPlace(run.start)) +
      ((uses.get(textOf(run)) ?? 0) > 1 ? 1 : 0)
    return weight >= enough
      ? [propose('bare-brand', 'Company', { start: run.start, end: companyEnd(scene, run.end) })]
      : []
  })
}
