/** Countries, provinces, cities, districts, counties and towns in a text, each by itself. */
import { placesAt } from '../names/place.ts'
import { isMark, isParticle } from './boundary.ts'
import { placeTrie, type Sureness } from './places.ts'
import type { Layout, Token } from './scene.ts'
import type { Span } from './span.ts'
import type { Hit } from './trie.ts'
import { countries } from './words.ts'

const townHeads = new Set(['镇', '乡', '街道', '新区'])
const townNouns = new Set([
  '城镇',
  '乡镇',
  '村镇',
  '集镇',
  '小镇',
  '特色小镇',
  '新城镇',
  '古镇',
  '重镇',
  '家乡',
  '下乡',
  '故乡',
])

/** Whether short for a place, and cut apart by the words around it: 南通 in 西南通道. */
const isWhole = (scene: Layout, { start, end }: Span): boolean => {
  const first = scene.tokenAt(start)
  const last = scene.tokenAt(end - 1)
  if (first === undefined || last === undefined) return false
  if (first.start === start && last.end === end) return true
  // jieba may hold the place together with what follows or precedes: 常州市, 江苏省委.
  return first.start === start && first === last && first.tag !== 'n'
}

/** 松山 + 湖: the name goes on and means a lake, a river, a road. */
const isLandmark = (scene: Layout, end: number): boolean =>
  /^[湖江河山岛港湾路村站桥]$/u.test(scene.tokenAt(end)?.text ?? '')

/** Whether the word before is the rest of a name that jieba cut apart: 邵 + 东城 + 投, 薯 + 香坊. */
const isFragment = (scene: Layout, start: number): boolean => {
  const token = scene.tokenAt(start)
  const before = token === undefined ? undefined : scene.beside(token, -1)
  return before !== undefined && /^\p{Script=Han}$/u.test(before.text) && /^(?:nr|ng|zg|x)$/.test(before.tag)
}

/** A county's short name is a place where jieba takes it for one; an ambiguous one only inside a larger place. */
const isPlace = (scene: Layout, hit: Hit<Sureness>): boolean =>
  hit.values.includes('sure') ||
  (hit.values.includes('short') &&
    !isLandmark(scene, hit.end) &&
    !isFragment(scene, hit.start) &&
    (scene.tokenAt(hit.start)?.tag === 'ns' || isNamedInFull(scene, hit)))

/** What follows a county's short name where it is meant. */
const countyEnds = ['县', '市', '区', '旗', '国家高新', '高新区', '经开区', '经济开发区', '经济技术开发区']

/** Whether the document also has the county's name with its kind or its zone: 全椒, where it has 全椒县. */
const isNamedInFull = (scene: Layout, { start, end }: Span): boolean =>
  countyEnds.some((kind) => scene.text.includes(scene.text.slice(start, end) + kind))

const division = /^\p{Script=Han}{2,3}(?:省|州|邦|府|市)/u

/** The end with a division abroad directly behind its country: 越南 + 北宁省. */
const withDivision = (scene: Layout, { start, end }: Span): number => {
  if (!abroad.has(scene.text.slice(start, end))) return end
  const inner = division.exec(scene.text.slice(end, end + 4))?.[0] ?? ''
  return scene.tokenAt(end + inner.length - 1)?.end === end + inner.length ? end + inner.length : end
}

const abroad = new Set(countries)

const town = /^\p{Script=Han}{2,3}?(?:镇|乡|街道)/u
const longestTown = 5

/** The end with a town directly behind its district: 湖州吴兴区 + 织里镇. */
const withTown = (scene: Layout, { start, end }: Span): number => {
  if (!/[区县市旗]$/u.test(scene.text.slice(start, end))) return end
  const inner = town.exec(scene.text.slice(end, end + longestTown))?.[0] ?? ''
  const isWholeWord =
    scene.tokenAt(end)?.start === end && scene.tokenAt(end + inner.length - 1)?.end === end + inner.length
  const isNoun = townNouns.has(inner) || townNouns.has(inner.slice(1)) || townNouns.has(inner.slice(2))
  return isWholeWord && !isNoun && !/[的在等和与及、]/u.test(inner) ? end + inner.length : end
}

/** Two single characters that jieba did not put together: 罗 + 溪. */
const isSplitName = (first: Token, second: Token): boolean =>
  [first, second].every(
    (token) =>
      token.text.length === 1 && !isMark(token) && !isParticle(token.text) && !/^[mqpv]/.test(token.tag),
  )

/** Where a town's name begins, with a third single character before two: 仙 + 槎 + 桥. */
const withThird = (scene: Layout, first: Token): number => {
  const third = scene.beside(first, -1)
  return third !== undefined && /^(?:ng|nr|x|zg)$/.test(third.tag) && isSplitName(third, first)
    ? third.start
    : first.start
}

const towns = (scene: Layout): readonly Span[] =>
  scene.tokens.flatMap((token) => {
    if (townNouns.has(token.text)) return []
    if (!townHeads.has(token.text)) {
      const isTown = /[镇乡]$/u.test(token.text) && (token.tag.startsWith('ns') || token.text.length === 3)
      return isTown ? [token] : []
    }
    const before = scene.beside(token, -1)
    const first = before === undefined ? undefined : scene.beside(before, -1)
    if (before !== undefined && first !== undefined && isSplitName(first, before))
      return [{ start: withThird(scene, first), end: token.end }]
    if (
      before === undefined ||
      isMark(before) ||
      before.text.length !== 2 ||
      !/^(ns|nr|nz|x|n)$/.test(before.tag)
    )
      return []
    return [{ start: before.start, end: token.end }]
  })

/** The end of the last place in a chain of places that lie in one another: 宜宾市 + 屏山县. */
const chainEnd = (scene: Layout, { start, end }: Span): number => {
  const inner = placesAt(scene.text, start).findLast(
    (place) => place.end > end && scene.tokenAt(place.end - 1)?.end === place.end,
  )
  return inner?.end ?? end
}

const kinds = new Set(['省', '市', '县', '州', '区', '新区'])

/** The end of a place with the kind of division that follows it as a word of its own: 西宁 + 省. */
const withKind = (scene: Layout, end: number): number => {
  const next = scene.tokenAt(end)
  return next !== undefined && kinds.has(next.text) ? next.end : end
}

/** Places in the text by themselves, the longest at each start, not yet joined. */
export const placesIn = (scene: Layout): readonly Span[] => {
  const found: Span[] = []
  let at = -1
  for (const start of scene.tokens.map((token) => token.start)) {
    if (start < at) continue
    const whole = placeTrie
      .from(scene.text, start)
      .filter((hit) => isWhole(scene, hit) && isPlace(scene, hit))
    const longest = whole.at(-1)
    if (longest === undefined) continue
    const kind = withDivision(scene, { start: longest.start, end: withKind(scene, chainEnd(scene, longest)) })
    const end = withTown(scene, { start: longest.start, end: kind })
    found.push({ start: longest.start, end })
    at = end
  }
  return [...found, ...towns(scene)].sort((left, right) => left.start - right.start || right.end - left.end)
}
