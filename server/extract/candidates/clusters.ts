/** Clusters, industries and industry chains: by their heads, and where a sentence calls something an industry. */
import { isMark, isNameWord, withoutModifiers } from '../boundary.ts'
import type { Scene, Token } from '../scene.ts'
import type { Span } from '../span.ts'
import { heads } from '../words.ts'
import { propose, type Candidate } from './candidate.ts'
import { headedNames } from './heads.ts'

const find = headedNames({
  ...heads.Cluster,
  anchors: [],
  joins: ['及'],
  mayCross: false,
  acceptsVerbs: false,
  needsName: false,
})

/** The name without the places and parks at its front, which are names of their own: 常州 + 新能源产业. */
const withoutPlaces = (scene: Scene, name: Span, places: ReadonlyMap<number, Span>): Span => {
  let start = name.start
  for (let place = places.get(start); place !== undefined && place.end < name.end; place = places.get(start))
    start = place.end
  return withoutModifiers(scene, { start, end: name.end })
}

const generic = new Set(heads.Cluster.generic)
const plain = /(?:主导|支柱|优势|新兴|未来|传统|特色|重点|相关|关联|现代|先导)产业(?:集群|体系|链)?$/u

/** Whether a name says no more than that there is an industry: 高新区主导产业. */
const isGeneric = (text: string): boolean => generic.has(text) || (plain.test(text) && !text.includes('”'))

const quotedIndustry = /“([^“”]{2,12})”(?:主导)?产业(?![集链体园])/gu

/** “两特三新一智能”主导产业: the quoted words are the name. */
const quotedClusters = (scene: Scene): readonly Candidate[] =>
  [...scene.text.matchAll(quotedIndustry)].map((match) =>
    propose('quoted-cluster', 'Cluster', {
      start: match.index + 1,
      end: match.index + 1 + (match[1]?.length ?? 0),
    }),
  )

/** 主导产业, 两大产业, 四类产业: what a list of industries is called. */
const called =
  /^(?:等)?(?:[一二两三四五六七八九十\d]+(?:大|类|个|条))?(?:[一二两三五十百千万亿\d]+级)?(?:重点|特色)?(?:主导|支柱|优势|特色|战略性新兴|新兴|未来|先导|首位|重点)?(?:产业|产业集群|产业链)(?![园区化项空工])/u
const counted = /^(?:等)?[一二两三四五六七八九十\d]+(?:大|类|个|条)/u
const ranked = /^(?:重点|特色)?(?:主导|支柱|优势|特色|战略性新兴|首位)(?:产业)/u
const separators = new Set(['、', '和', '及', '与', '以及'])
const most = 14

const itemBefore = (scene: Scene, end: number): Span | undefined => {
  let start = end
  for (let token = scene.tokenAt(end - 1); token !== undefined; token = scene.beside(token, -1)) {
    if (!isNameWord(token) || end - token.start > most) break
    start = token.start
  }
  const item = withoutModifiers(scene, { start, end })
  const text = scene.text.slice(item.start, item.end)
  return text.length >= 2 && !text.includes('产业') ? item : undefined
}

/** The items of the list that ends at `end`, the last first. */
const itemsBefore = (scene: Scene, end: number): readonly Span[] => {
  const items: Span[] = []
  for (let at = end; ;) {
    const item = itemBefore(scene, at)
    if (item === undefined) return items
    items.push(item)
    const separator = scene.tokenAt(item.start - 1)
    if (separator === undefined || !separators.has(separator.text)) return items
    at = separator.start
  }
}

const hasWord = (scene: Scene, at: number, word: string): boolean =>
  scene.text.startsWith(word, at - word.length)

/** 以A、B为主导产业; A、B两大产业; A、B和C产业: members of a list that is called industries. */
const listed = (scene: Scene, token: Token): readonly Span[] => {
  const rest = scene.text.slice(token.start, token.start + 20)
  if (!called.test(rest)) return []
  const isDefined = hasWord(scene, token.start, '为')
  const items = itemsBefore(scene, isDefined ? token.start - 1 : token.start)
  const first = items.at(-1)
  if (first === undefined) return []
  if (isDefined)
    return hasWord(scene, first.start, '以') && (counted.test(rest) || ranked.test(rest)) ? items : []
  if (counted.test(rest) || rest.startsWith('等')) return items.length > 1 ? items : []
  return items.slice(1)
}

const defined =
  /^(?:是|为|作为|成为)[^，。；,;]{0,14}?(?:传统产业|重点产业|主导产业|支柱产业|特色产业|优势产业|首位产业|一号产业|“一号产业”|地标产业)/u

/** X是武进三大主导产业之一: what the clause says to be an industry. */
const subjects = (scene: Scene, token: Token): readonly Span[] => {
  if (!defined.test(scene.text.slice(token.start, token.start + 30))) return []
  const items = itemsBefore(scene, token.start)
  const first = items.at(-1)
  if (first === undefined) return []
  const before = scene.tokenAt(first.start - 1)
  return before === undefined || isMark(before) ? items : []
}

const fullPlace = /(?:省|市|区|县|镇)$/u

/** A cluster bears its official name, with its place by its short name: 株洲轨道交通装备产业集群. */
const isOfficial = (scene: Scene, { start, end }: Span, places: ReadonlyMap<number, Span>): boolean => {
  const place = places.get(start)
  return (
    place !== undefined &&
    scene.text.startsWith('产业集群', end - '产业集群'.length) &&
    !fullPlace.test(scene.text.slice(place.start, place.end))
  )
}

/** Proposes clusters. */
export const clusters = (scene: Scene, anchors: readonly Candidate[]): readonly Candidate[] => {
  const places = new Map(
    anchors
      .filter(({ label }) => label === 'Region' || label === 'Park')
      .map((place) => [place.start, place]),
  )
  const named = find(scene, []).flatMap(({ head, ...span }) => {
    const name = isOfficial(scene, span, places) ? span : withoutPlaces(scene, span, places)
    return name.start < head && !isGeneric(scene.text.slice(name.start, name.end))
      ? [propose('cluster-head', 'Cluster', name)]
      : []
  })
  const stated = scene.tokens.flatMap((token) => [...listed(scene, token), ...subjects(scene, token)])
  return [
    ...named,
    ...quotedClusters(scene),
    ...stated
      .map((span) => withoutPlaces(scene, span, places))
      .filter(({ start, end }) => end - start >= 2 && !generic.has(scene.text.slice(start, end)))
      .map((span) => propose('stated-cluster', 'Cluster', span)),
  ]
}
