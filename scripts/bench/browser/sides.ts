/** What is measured in the browser: each side of a comparison is prepared, then run while somebody looks at the clock. */
import { Graph as DagreGraph, layout as layoutWithDagre } from '@dagrejs/dagre'
import cytoscape from 'cytoscape'
import fcose from 'cytoscape-fcose'
import type { Elements } from '../../../web/elements.ts'
import { createGraph } from '../../../web/graph/graph.ts'
import { placeAll } from '../../../web/layout/place.ts'
import type { Placed, Position } from '../../../web/layout/task.ts'
import { stylesheet } from '../../../web/stylesheet.ts'
import { edgeLengthRatio } from './edgeLength.ts'
import { hubGraph, tierGraph } from './made.ts'

/** Works once; gives where it put the nodes, if that is what it is about. */
type Run = () => ReadonlyMap<string, Position> | Promise<ReadonlyMap<string, Position>>

cytoscape.use(fcose)

const room = { width: 1400, height: 800 }
const nothing: ReadonlyMap<string, Position> = new Map()

const layOut = (elements: Elements): Promise<Map<string, Placed>> =>
  placeAll(elements, {
    placed: new Map(),
    pinned: new Map(),
    room,
    sight: { x1: 0, y1: 0, x2: room.width, y2: room.height },
  })

/** What Cytoscape is given by whoever just uses it. */
const definitionsOf = (
  { nodes, edges }: Elements,
  places: ReadonlyMap<string, Position> = nothing,
): cytoscape.ElementDefinition[] => [
  ...nodes.map(({ id, caption, width, height }): cytoscape.ElementDefinition => {
    const { x, y } = places.get(id) ?? { x: 0, y: 0 }
    return { group: 'nodes', data: { id, caption, width, height }, position: { x, y } }
  }),
  ...edges.map(({ id, source, target, caption }): cytoscape.ElementDefinition => ({
    group: 'edges',
    data: { id, source, target, caption },
  })),
]

/** Until what was drawn is on screen: after the frame that draws, the next one begins. */
const painted = (): Promise<void> =>
  new Promise((fulfil) =>
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        fulfil()
      }),
    ),
  )

const container = (): HTMLElement => {
  document.body.replaceChildren()
  const place = document.createElement('div')
  place.className = 'cy'
  place.style.cssText = `width:${room.width.toString()}px;height:${room.height.toString()}px`
  document.body.append(place)
  return place
}

const ignore = (): void => undefined

const hubs = hubGraph(1_000, 1_200)
const chain = tierGraph(1_000)
const stress = hubGraph(5_000, 10_000)
let stressPlaces: Promise<Map<string, Placed>> | undefined

const sides: Readonly<Record<string, () => Run | Promise<Run>>> = {
  force: () => () => layOut(hubs),
  fcose: () => {
    const core = cytoscape({
      headless: true,
      styleEnabled: true,
      elements: definitionsOf(hubs),
      style: [{ selector: 'node', style: { width: 'data(width)', height: 'data(height)' } }],
    })
    const options: cytoscape.BaseLayoutOptions & { animate: boolean } = { name: 'fcose', animate: false }
    const run = core.layout(options)
    return async () => {
      await new Promise((fulfil) => {
        run.one('layoutstop', fulfil)
        run.run()
      })
      return new Map(core.nodes().map((node) => [node.id(), { ...node.position() }]))
    }
  },
  tiers: () => () => layOut(chain),
  dagre: () => {
    const { nodes, edges } = chain
    const graph = new DagreGraph()
    graph.setGraph({ rankdir: 'LR' })
    graph.setDefaultEdgeLabel(() => ({}))
    for (const { id, width, height } of nodes) graph.setNode(id, { width, height })
    for (const { source, target } of edges) graph.setEdge(source, target)
    return () => {
      layoutWithDagre(graph)
      return nothing
    }
  },
  large: () => () => layOut(stress),
  drawn: async () => {
    const positions = await (stressPlaces ??= layOut(stress))
    const place = container()
    const rules = stylesheet(new Map(), 'light')
    return async () => {
      const graph = createGraph(place, rules, {
        onSelect: ignore,
        onExpand: ignore,
        onOpenGroup: ignore,
        onMark: ignore,
        onMove: ignore,
        onMenu: ignore,
      })
      graph.show(stress, { positions, routes: new Map(), pinned: new Set() }, true)
      await painted()
      return nothing
    }
  },
  stock: async () => {
    const definitions = definitionsOf(stress, await (stressPlaces ??= layOut(stress)))
    const place = container()
    return async () => {
      cytoscape({
        container: place,
        elements: definitions,
        style: [
          { selector: 'node', style: { label: 'data(caption)' } },
          { selector: 'edge', style: { label: 'data(caption)', 'curve-style': 'bezier' } },
        ],
        layout: { name: 'preset' },
      })
      await painted()
      return nothing
    }
  },
}

/** What one run took. */
export interface Ran {
  /** Until it was there, in milliseconds. */
  readonly milliseconds: number
  /** The longest task of the main thread meanwhile, as far as it took more than 50 ms; else 0. */
  readonly longestTask: number
}

let prepared: Run | undefined
let places = nothing

declare global {
  var prepare: (side: string) => Promise<void>
  var run: () => Promise<Ran>
  /** How long edges are beside the distances of any two nodes, in what was laid out last. */
  var edgeLength: () => number
}

globalThis.prepare = async (side) => {
  const made = sides[side]
  if (made === undefined) throw new Error(`there is no side ${side}`)
  prepared = await made()
  await painted()
}

globalThis.run = async () => {
  if (prepared === undefined) throw new Error('nothing is prepared')
  // Out of the task in which the browser was asked to run this: it would not be observed.
  await new Promise((fulfil) => setTimeout(fulfil))
  let longestTask = 0
  const note = (entries: PerformanceEntryList): void => {
    for (const { duration } of entries) longestTask = Math.max(longestTask, duration)
  }
  const observer = new PerformanceObserver((list) => {
    note(list.getEntries())
  })
  observer.observe({ entryTypes: ['longtask'] })
  const began = performance.now()
  places = await prepared()
  const milliseconds = performance.now() - began
  await new Promise((fulfil) => setTimeout(fulfil))
  note(observer.takeRecords())
  observer.disconnect()
  return { milliseconds, longestTask }
}

globalThis.edgeLength = () => edgeLengthRatio(hubs.edges, places)
