/** Graphs that drawing is measured on: companies around hubs, and a chain of tiers. The same at every run. */
import type { DrawnEdge, DrawnNode, Elements } from '../../../web/elements.ts'
import { randomFrom } from '../random.ts'

const range = (count: number): number[] => Array.from({ length: count }, (_, index) => index)

const idOf = (index: number): string => `n${index.toString()}`

const node = (index: number): DrawnNode => ({
  id: idOf(index),
  label: index % 9 === 8 ? 'PARK' : 'COMPANY',
  caption: `样例零部件\n${index.toString().padStart(4, '0')}`,
  width: 92,
  height: 45,
  isRoot: index === 0,
  isGroup: false,
  isBase: true,
  anchor: idOf(0),
  side: 'RIGHT',
  isHidden: false,
  isPassed: false,
  ring: 1,
  sector: index % 9 === 8 ? 'PARK' : 'COMPANY',
})

const edge = (source: number, target: number): DrawnEdge => ({
  id: `${idOf(source)} ${idOf(target)}`,
  source: idOf(source),
  target: idOf(target),
  caption: '动力电池',
  type: 'SUPPLIES',
  stage: 'ACTIVE',
  sourceCount: 1,
  change: null,
  isPending: false,
  isOnPath: false,
  isGroup: false,
  isBase: true,
  isHidden: false,
})

const elements = (layout: Elements['layout'], nodes: number, edges: Iterable<DrawnEdge>): Elements => ({
  root: idOf(0),
  layout,
  nodes: range(nodes).map(node),
  edges: [...edges],
  isCaptioned: false,
})

/** Nodes that each hang on an earlier one, by a power law: a few hubs have most. Further edges are drawn alike. */
export const hubGraph = (nodes: number, edges: number): Elements => {
  const random = randomFrom(1)
  const found = new Map<string, DrawnEdge>()
  const link = (source: number, target: number): void => {
    if (source !== target) found.set(edge(source, target).id, edge(source, target))
  }
  for (let index = 1; index < nodes; index++) link(index, Math.floor(index * random() ** 4))
  while (found.size < edges) link(Math.floor(nodes * random()), Math.floor(nodes * random() ** 4))
  return elements('FORCE', nodes, found.values())
}

/** A chain in tiers: the first is supplied by the second tier, that by the third; each supplies one or two. */
export const tierGraph = (nodes: number): Elements => {
  const random = randomFrom(1)
  const first = Math.floor(nodes / 5)
  const second = Math.floor(nodes / 2)
  const found = new Map<string, DrawnEdge>()
  const link = (source: number, from: number, to: number): void => {
    const made = edge(source, from + Math.floor((to - from) * random()))
    found.set(made.id, made)
  }
  for (let index = 1; index < nodes; index++) {
    const [from, to] = index <= first ? [0, 1] : index <= second ? [1, first + 1] : [first + 1, second + 1]
    link(index, from, to)
    if (index > first && random() < 0.5) link(index, from, to)
  }
  return elements('TIERS', nodes, found.values())
}
