/** Investment projects, factories and bases: a head behind a company, a product or a place. */
import { isCoined, isMark, isThingWord, withGrade } from '../boundary.ts'
import type { Label } from '../../model/model.ts'
import type { Scene, Token } from '../scene.ts'
import type { Span } from '../span.ts'
import { heads, products } from '../words.ts'
import { propose, type Candidate } from './candidate.ts'
import { headedNames, withoutFullName } from './heads.ts'

/** The shortest name of a project, with its head. */
const shortestProject = 4

const process = new Set(heads.Project.processes)
const projectHeads = new Set(heads.Project.heads)

/** Whether the name goes on to another head: 粉体智能产线 + 制造项目. */
const goesOn = (scene: Scene, end: number): boolean => {
  const next = scene.tokenAt(end)
  if (next === undefined || !process.has(next.text)) return false
  return projectHeads.has(scene.beside(next, 1)?.text ?? '')
}

const kind = {
  ...heads.Project,
  anchors: ['Region', 'Company', 'Product', 'Park', 'Institution', 'Cluster'] as const,
  joins: ['及'],
  mayCross: false,
  acceptsVerbs: false,
  needsName: false,
  goesOn,
}

const find = headedNames(kind)

/** Whether a word may stand between the name a project begins with and its head: sizes and what is done there too. */
const isInside = (token: Token): boolean =>
  isThingWord(token) || /^(?:q|eng)$/.test(token.tag) || /^\d/.test(token.text) || process.has(token.text)

/** Finds longer names too, right only where they begin with another name: 彩虹光电 + 8.6代TFT-LCD生产线. */
const findLonger = headedNames({ ...kind, accepts: isInside })

const productHeads = products.heads
const goods = new Set(productHeads)
const generic = new Set(products.generic)
/** What is built, with at least so many characters, names a project. */
const shortestThing = 3

/** However named, these are kinds of projects: 在建项目. */
const kinds = new Set(heads.Project.kinds)
const processes = heads.Project.processes
/** 37个, 一批: counted projects are kinds of them, whether the count stands before or behind. */
const countBefore = /(?:[\d一二两三四五六七八九十百多几数余]+[个条座家]|一批|批|各类|多个|等)$/u
const countBehind = /^[\d一二两三四五六七八九十百]+[个条座]/u

/** Whether a project is one of a number of its kind: 锂电池项目 in 37个锂电池项目, 锂电池项目12个. */
export const isCounted = (scene: Scene, { start, end }: Span): boolean =>
  countBefore.test(scene.text.slice(Math.max(0, start - 6), start)) ||
  countBehind.test(scene.text.slice(end, end + 6))

/** Whether the words before a head say what is built or done: 高压锅炉管, 叶片回收. */
const isThing = (thing: string): boolean =>
  productHeads.some((word) => thing.endsWith(word)) || processes.some((word) => thing.endsWith(word))

/** A longer name that ends in the word of a kind is no kind: 风光制氢一体化示范项目. */
const shortestKind = 6

/** Behind these verbs anything built is a project: 建设中央厨房项目. */
const builders = new Set(['建设', '新建', '投建', '兴建'])
const shortestBuilt = 4

/** Whether the words before the head say whose project it is, where, or what is built: 高镍前驱体 + 项目. */
const isNamed = (scene: Scene, name: Span, head: number, anchors: readonly Candidate[]): boolean => {
  const thing = scene.text.slice(name.start, head)
  if (kinds.has(scene.tokenAt(head - 1)?.text ?? '') && thing.length < shortestKind) return false
  if (thing.startsWith('“') || anchors.some(({ start, end }) => start === name.start && end <= head))
    return true
  if ((thing.length < shortestThing && !goods.has(thing)) || generic.has(thing)) return false
  if (withGrade(scene, name.start) < name.start) return true
  if (thing.length >= shortestBuilt && builders.has(scene.tokenAt(name.start - 1)?.text ?? '')) return true
  if (isCounted(scene, name)) return false
  return isCoined(scene, { start: name.start, end: head }) ? /^\p{Script=Han}/u.test(thing) : isThing(thing)
}

const firstCapacity =
  /^(?:年产|月产|日产)?\d+(?:\.\d+)?万?(?:吨|套|台|件|辆|只|片|锭|米|升|支|瓶|GWh|GW|MW|MWh)/u

/** The start behind the capacity: 年产12GW + 高效异质结电池项目. */
const withoutCapacity = (scene: Scene, start: number, head: number): number =>
  start + (firstCapacity.exec(scene.text.slice(start, head))?.[0].length ?? 0)

const capacity = /(?:年产)?\d+(?:\.\d+)?万?[吨套台件辆只片锭米升支瓶]$/u
const longestCapacity = 12

/** The start with the short name of a firm before its capacity: 常州贝特瑞 + 5万吨 + 正极材料项目. */
const withOwner = (scene: Scene, start: number, anchors: readonly Candidate[]): number => {
  const amount = capacity.exec(scene.text.slice(Math.max(0, start - longestCapacity), start))?.[0] ?? ''
  const end = start - amount.length
  const owner = anchors.find((anchor) => anchor.label === 'Company' && anchor.end === end)
  return amount === '' || owner === undefined
    ? start
    : withoutFullName(scene, owner.start, start, anchors) === owner.start
      ? owner.start
      : start
}

/** Labels of what owns a project or holds it. */
const owners: ReadonlySet<Label | null> = new Set<Label>(['Company', 'Region', 'Park'])

/** Where the names begin that a longer project's name may begin with: those of a clause, a list or behind 的. */
const openings = (scene: Scene, anchors: readonly Candidate[]): ReadonlySet<number> =>
  new Set(
    anchors.flatMap(({ label, start }) => {
      const before = scene.tokenAt(start - 1)
      const isOpen = before === undefined || isMark(before) || before.text === '的'
      return owners.has(label) && isOpen ? [start] : []
    }),
  )

/** Proposes projects by their heads, with the phase behind them. */
export const projects = (scene: Scene, anchors: readonly Candidate[]): readonly Candidate[] => {
  const open = openings(scene, anchors)
  const longer = findLonger(scene, anchors).filter(({ start }) => open.has(start))
  return [...find(scene, anchors), ...longer].flatMap(({ start, end, head }) => {
    const phase = heads.Project.suffixes
      .filter((suffix) => scene.text.startsWith(suffix, end))
      .sort((left, right) => right.length - left.length)[0]
    if (!isNamed(scene, { start, end }, head, anchors)) return []
    const own = withoutCapacity(scene, withoutFullName(scene, start, head, anchors), head)
    if (end - own < shortestProject) return []
    const from = withOwner(scene, withGrade(scene, own), anchors)
    return [propose('project-head', 'Project', { start: from, end: end + (phase?.length ?? 0) })]
  })
}
