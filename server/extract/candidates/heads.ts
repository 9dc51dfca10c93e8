/** Names that end in a word of their kind: parks, clusters, projects, institutions. */
import type { Label } from '../../model/model.ts'
import {
  cutsToken,
  isCoined,
  isNameWord,
  isThingWord,
  nameStart,
  withoutModifiers,
  withQuote,
} from '../boundary.ts'
import type { Scene, Token } from '../scene.ts'
import type { Span } from '../span.ts'
import { Trie } from '../trie.ts'
import type { Candidate } from './candidate.ts'

/** How the names of one kind are read. */
export interface HeadedKind {
  readonly heads: readonly string[]
  readonly generic: readonly string[]
  /** Ends that make any name generic unless a name found before stands in front. */
  readonly plain?: readonly string[]
  /** Ends of the names that are never part of this kind's. */
  readonly wallsOf?: (scene: Scene, found: readonly Candidate[]) => readonly number[]
  /** Labels whose names may stand in front: 理想汽车 + 零部件产业园. */
  readonly anchors: readonly Label[]
  /** Words crossed between two parts of the name. */
  readonly joins: readonly string[]
  /** Whether a name may begin inside the one before it: 中国科学院 + 沈阳自动化研究所. */
  readonly mayCross: boolean
  /** Whether verbs may stand in the name: 发展研究中心. */
  readonly acceptsVerbs: boolean
  /** Which words may stand in the name, where it is not every word of things. */
  readonly accepts?: (token: Token) => boolean
  /** Whether the name goes on behind a head to another one: 产线 + 制造项目. */
  readonly goesOn?: (scene: Scene, end: number) => boolean
  /** Whether the name needs a name in front of it, or an uncommon word. */
  readonly needsName: boolean
}

/** A headed name: where it stands, and where its head begins. */
export interface HeadedName extends Span {
  readonly head: number
}

/** The longest anchor that ends at each place. */
const anchorsByEnd = (anchors: readonly Candidate[], labels: readonly Label[]): ReadonlyMap<number, Span> => {
  const byEnd = new Map<number, Span>()
  for (const anchor of anchors) {
    const other = byEnd.get(anchor.end)
    if (
      anchor.label !== null &&
      labels.includes(anchor.label) &&
      (other === undefined || other.start > anchor.start)
    )
      byEnd.set(anchor.end, anchor)
  }
  return byEnd
}

const fullName = /(?:公司|合伙企业)$/u

/** The start behind the full legal name of a company: what follows one is a name of its own. */
export const withoutFullName = (
  scene: Scene,
  start: number,
  head: number,
  anchors: readonly Candidate[],
): number => {
  const owner = anchors.find(
    (anchor) =>
      anchor.label === 'Company' &&
      anchor.start === start &&
      anchor.end < head &&
      fullName.test(scene.text.slice(anchor.start, anchor.end)),
  )
  return owner?.end ?? start
}

/** Coined words of at least this many characters name a thing by themselves. */
const shortestOwn = 2

/** Whether the words before a head name it: a coined word in Chinese, or two together. */
const isOwnName = (scene: Scene, { start, end }: Span): boolean =>
  end - start >= shortestOwn &&
  /^\p{Script=Han}/u.test(scene.text.slice(start, end)) &&
  isCoined(scene, { start, end })

/** Heads of parts, which keep the name of the whole: 河南自贸区郑州片区. */
const crossing = new Set(['片区'])

/** A finder for one kind: all its headed names, given the names found before. */
export const headedNames = (
  kind: HeadedKind,
): ((scene: Scene, anchors: readonly Candidate[]) => readonly HeadedName[]) => {
  const trie = new Trie<string>()
  for (const head of kind.heads) trie.add(head, head)
  const generic = new Set(kind.generic)
  const plain = kind.plain ?? []
  const joins = new Set(kind.joins)
  return (scene, found) => {
    const walls = new Set(kind.wallsOf?.(scene, found))
    const anchors = anchorsByEnd(
      found.filter(({ end }) => !walls.has(end)),
      kind.anchors,
    )
    const starts = new Set([...anchors.values()].map(({ start }) => start))
    const names: HeadedName[] = []
    let after = 0
    for (const { start: head } of trie.all(scene.text)) {
      if (head < after) continue
      const end = trie.from(scene.text, head).at(-1)?.end ?? head
      if (cutsToken(scene, end) || kind.goesOn?.(scene, end) === true) continue
      const start = nameStart(scene, head, {
        accepts: kind.accepts ?? (kind.acceptsVerbs ? isNameWord : isThingWord),
        anchors,
        joins,
        walls,
      })
      const bare = withoutModifiers(scene, {
        start: kind.mayCross || crossing.has(scene.text.slice(head, end)) ? start : Math.max(start, after),
        end,
      })
      const quote = withQuote(scene, bare.start)
      const span = { start: quote, end }
      const text = scene.text.slice(span.start, end)
      if (span.start >= head || generic.has(text)) continue
      const isNamed =
        quote < bare.start || starts.has(span.start) || isOwnName(scene, { start: span.start, end: head })
      if ((kind.needsName || plain.some((word) => text.endsWith(word))) && !isNamed) continue
      names.push({ ...span, head })
      after = end
    }
    return names
  }
}
