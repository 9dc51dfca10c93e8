import { ActionIcon } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import type { Elements } from '../elements.ts'
import type { Graph, GraphEvents } from '../graph.ts'
import { requestLayout } from '../layout/client.ts'
import { type Extent, type Placed, placeNear } from '../layout/placement.ts'
import { routeEdges } from '../layout/routes.ts'
import type { Position } from '../layout/tiers.ts'
import { stylesheet } from '../stylesheet.ts'
import { useWords } from '../words.ts'

// The chunk with Cytoscape starts on its way with the page, beside the first questions to the API.
const graphModule = import('../graph.ts')
// On the home page nobody waits for it yet: a failure is told by the panel that needs it.
graphModule.catch(() => undefined)

interface Props {
  /** A new key is a new picture, laid out from the start; under the same key nothing that is placed moves. */
  pictureKey: string
  /** A new key shows the whole picture again. */
  fitKey: string
  elements: Elements | null
  summary: string
  selected: string | null
  onSelect: (id: string | null) => void
  onExpand: (id: string) => void
  /** Tells which elements are on screen. */
  onDrawn: (elements: Elements) => void
}

/** What stays free around a drawing that is shown whole. */
const MARGINS = 40
/** On a phone, captions on the lines would make everything else too small to read. */
const CAPTION_ROOM = 480

interface Places {
  key: string
  placed: Map<string, Placed>
}

async function placeAll(
  elements: Elements,
  places: Places,
  room: DOMRect,
  sight: Extent,
): Promise<Map<string, Placed>> {
  const placed = new Map(places.placed)
  const isNew = placed.size === 0
  if (isNew) {
    const positions = await requestLayout({
      root: elements.root,
      boxes: elements.nodes
        .filter(({ isBase }) => isBase)
        .map(({ id, width, height }) => ({ id, width, height })),
      links: elements.edges.filter(({ isBase }) => isBase).map(({ source, target }) => ({ source, target })),
      isCaptioned: elements.isCaptioned,
      room: { width: Math.max(room.width - MARGINS, 320), height: Math.max(room.height - MARGINS, 240) },
    })
    for (const { id, width, height } of elements.nodes) {
      const position = positions.get(id)
      if (position !== undefined) placed.set(id, { ...position, width, height })
    }
  }
  const missing = elements.nodes.filter(({ id }) => !placed.has(id))
  for (const [id, place] of placeNear(placed, missing, isNew ? undefined : sight)) placed.set(id, place)
  return placed
}

/** Starts Cytoscape in the container and keeps it in step with the page's colours and events. */
function useGraph(
  container: React.RefObject<HTMLDivElement | null>,
  events: GraphEvents,
): { graph: Graph | null; isBroken: boolean } {
  const { colors, scheme } = useWords()
  const [graph, setGraph] = useState<Graph | null>(null)
  const [isBroken, setBroken] = useState(false)
  const current = useRef(events)
  const rules = useRef(stylesheet(colors, scheme))
  useEffect(() => {
    current.current = events
  })
  useEffect(() => {
    rules.current = stylesheet(colors, scheme)
    graph?.restyle(rules.current)
  }, [graph, colors, scheme])
  useEffect(() => {
    let started: Graph | undefined
    let isGone = false
    graphModule.then(
      ({ createGraph }) => {
        if (isGone || container.current === null) return
        started = createGraph(container.current, rules.current, {
          onSelect: (id) => {
            current.current.onSelect(id)
          },
          onExpand: (id) => {
            current.current.onExpand(id)
          },
          onMove: (id, position) => {
            current.current.onMove(id, position)
          },
        })
        setGraph(started)
      },
      () => {
        setBroken(true)
      },
    )
    return () => {
      isGone = true
      started?.destroy()
      setGraph(null)
    }
  }, [container])
  return { graph, isBroken }
}

/** The drawing of a picture, with its buttons. To screen readers it is one image; the table says the same in words. */
export function GraphPanel(props: Props) {
  const { pictureKey, fitKey, elements, summary, selected, onDrawn } = props
  const { text } = useWords()
  const container = useRef<HTMLDivElement>(null)
  const [round, setRound] = useState(0)
  const places = useRef<Places>({ key: '', placed: new Map() })
  const { graph, isBroken } = useGraph(container, {
    onSelect: props.onSelect,
    onExpand: props.onExpand,
    onMove: (id: string, position: Position) => {
      const place = places.current.placed.get(id)
      if (place !== undefined) places.current.placed.set(id, { ...place, ...position })
    },
  })
  const fitted = useRef('')
  const [isFailed, setFailed] = useState(false)
  const chosen = useRef(selected)

  useEffect(() => {
    if (graph === null || elements === null || container.current === null) return
    let isGone = false
    const key = `${pictureKey} ${String(round)}`
    if (places.current.key !== key) places.current = { key, placed: new Map() }
    const room = container.current.getBoundingClientRect()
    const shown = { ...elements, isCaptioned: elements.isCaptioned && room.width >= CAPTION_ROOM }
    placeAll(shown, places.current, room, graph.sight()).then(
      (placed) => {
        if (isGone) return
        places.current = { key, placed }
        const tiered = new Set(elements.nodes.filter(({ isBase }) => isBase).map(({ id }) => id))
        graph.show(shown, { positions: placed, routes: routeEdges(elements.edges, placed, tiered) })
        graph.highlight(chosen.current)
        if (fitted.current !== `${key} ${fitKey}`) graph.fit()
        fitted.current = `${key} ${fitKey}`
        onDrawn(elements)
      },
      () => {
        if (isGone) return
        setFailed(true)
        onDrawn(elements)
      },
    )
    return () => {
      isGone = true
    }
  }, [graph, elements, pictureKey, fitKey, round, onDrawn])

  useEffect(() => {
    if (isBroken && elements !== null) onDrawn(elements)
  }, [isBroken, elements, onDrawn])

  useEffect(() => {
    chosen.current = selected
    graph?.highlight(selected)
    if (selected !== null) graph?.reveal(selected)
  }, [graph, selected])

  useEffect(() => {
    if (graph === null || container.current === null) return
    const observer = new ResizeObserver(() => {
      graph.resize()
    })
    observer.observe(container.current)
    return () => {
      observer.disconnect()
    }
  }, [graph])

  const buttons = [
    { name: text.graph.zoomIn, sign: '＋', act: () => graph?.zoomBy(1.25) },
    { name: text.graph.zoomOut, sign: '－', act: () => graph?.zoomBy(0.8) },
    { name: text.graph.fit, sign: '⤢', act: () => graph?.fit() },
    {
      name: text.graph.arrange,
      sign: '↻',
      act: () => {
        setRound(round + 1)
      },
    },
  ]
  return (
    <div className="graph">
      <div ref={container} className="cy" role="img" aria-label={summary} />
      {(isBroken || isFailed) && <p className="graph-failed">{text.graph.failed}</p>}
      <div className="graph-foot">
        <p>{text.graph.hint}</p>
        {buttons.map(({ name, sign, act }) => (
          <ActionIcon key={name} variant="default" size="md" aria-label={name} title={name} onClick={act}>
            <span aria-hidden="true">{sign}</span>
          </ActionIcon>
        ))}
      </div>
    </div>
  )
}
