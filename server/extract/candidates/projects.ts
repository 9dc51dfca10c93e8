/** Investment projects, factories and bases: a head behind a company, a product or a place. */
import { isCoined, withGrade } from '../boundary.ts'
import type { Scene } from '../scene.ts'
import type { Span } from '../span.ts'
import { heads, products } from '../words.ts'
import { propose, type Candidate } from './candidate.ts'
import { headedNames, withoutFullName } from './heads.ts'

/** The shortest name of a project, with its head. */
const shortestProject = 4

const find = headedNames({
  ...heads.Project,
  anchors: ['Region', 'Company', 'Product', 'Park', 'Institution', 'Cluster'],
  joins: ['及'],
  mayCross: false,
  acceptsVerbs: false,
  needsName: false,
})

const productHeads = products.heads
const generic = new Set(products.generic)
/** What is built, with at least so many characters, names a project. */
const shortestThing = 3

/** However named, these are kinds of projects. */
const never = /(?:重点|重大|产业|新开工|新|在建|签约|竣工|储备)项目$/u

/** Behind these verbs anything built is a project: 建设中央厨房项目. */
const builders = new Set(['建设', '新建', '投建', '兴建'])
const shortestBuilt = 4

/** Whether the words before the head say whose project it is, where, or what is built: 高镍前驱体 + 项目. */
const isNamed = (scene: Scene, name: Span, head: number, anchors: readonly Candidate[]): boolean => {
  const thing = scene.text.slice(name.start, head)
  if (never.test(scene.text.slice(name.start, name.end))) return false
  if (thing.startsWith('“') || anchors.some(({ start, end }) => start === name.start && end <= head))
    return true
  if (thing.length < shortestThing || generic.has(thing)) return false
  if (thing.length >= shortestBuilt && builders.has(scene.tokenAt(name.start - 1)?.text ?? '')) return true
  return isCoined(scene, { start: name.start, end: head })
    ? /^\p{Script=Han}/u.test(thing)
    : productHeads.some((word) => thing.endsWith(word))
}

/** Proposes projects by their heads, with the phase behind them. */
export const projects = (scene: Scene, anchors: readonly Candidate[]): readonly Candidate[] =>
  find(scene, anchors).flatMap(({ start, end, head }) => {
    const phase = heads.Project.suffixes
      .filter((suffix) => scene.text.startsWith(suffix, end))
      .sort((left, right) => right.length - left.length)[0]
    if (!isNamed(scene, { start, end }, head, anchors)) return []
    const own = withoutFullName(scene, start, head, anchors)
    if (end - own < shortestProject) return []
    const from = withGrade(scene, own)
    return [propose('project-head', 'Project', { start: from, end: end + (phase?.length ?? 0) })]
  })
