/** Public bodies, and centres, institutes, schools, hospitals, funds and alliances by their heads. */
import { cutsToken } from '../boundary.ts'
import type { Scene } from '../scene.ts'
import { Trie } from '../trie.ts'
import { heads } from '../words.ts'
import { propose, type Candidate } from './candidate.ts'
import { headedNames } from './heads.ts'

const find = headedNames({
  ...heads.Institution,
  anchors: ['Region', 'Park', 'Company', 'Institution'],
  joins: ['与', '及', '和'],
  mayCross: true,
  acceptsVerbs: true,
  needsName: false,
})

const bodies = new Trie<string>()
for (const body of heads.Institution.bodies) bodies.add(body, body)
/** Bodies that every place has: they are named only with the place in front. */
const local = new Set(heads.Institution.local)
/** May follow a body within one word: 区委书记. */
const offices = ['书记', '常委', '副书记', '领导', '主任', '局长']
const levels = new Set('省市区县镇')

const publicBodies = (scene: Scene, anchors: readonly Candidate[]): readonly Candidate[] => {
  const places = new Map(
    anchors.filter(({ label }) => label === 'Region' || label === 'Park').map((place) => [place.end, place]),
  )
  const found: Candidate[] = []
  let after = 0
  for (const { start } of bodies.all(scene.text)) {
    if (start < after) continue
    const end = bodies.from(scene.text, start).at(-1)?.end ?? start
    if (cutsToken(scene, end) && !offices.some((office) => scene.text.startsWith(office, end))) continue
    const place = places.get(start) ?? places.get(start + 1)
    const level = levels.has(scene.text.charAt(start - 1)) ? start - 1 : start
    const from = place?.start ?? places.get(level)?.start ?? level
    const isNamed = from < level || place !== undefined
    if (!isNamed && local.has(scene.text.slice(start, end))) continue
    found.push(propose('government-body', 'Institution', { start: from, end }))
    after = end
  }
  return found
}

const phase = /^[一二三四]期/u

/** A fund has its phase in its name: 产业投资基金二期. */
const withPhase = (scene: Scene, end: number): number =>
  scene.text.startsWith('基金', end - 2)
    ? end + (phase.exec(scene.text.slice(end, end + 2))?.[0].length ?? 0)
    : end

/** Proposes institutions by their heads. */
export const institutions = (scene: Scene, anchors: readonly Candidate[]): readonly Candidate[] => [
  ...publicBodies(scene, anchors),
  ...find(scene, anchors).map(({ start, end }) =>
    propose('institution-head', 'Institution', { start, end: withPhase(scene, end) }),
  ),
]
