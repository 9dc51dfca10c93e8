import { ActionIcon } from '@mantine/core'
import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react'
import type { Elements } from '../elements.ts'
import type { Drawn } from '../export/drawn.ts'
import type { Graph } from '../graph/graph.ts'
import { placeAll } from '../layout/place.ts'
import { routeEdges } from '../layout/routes.ts'
import type { Placed, Position } from '../layout/task.ts'
import type { Actions } from '../pages/actions.ts'
import { useWords } from '../words.ts'
import type { Work } from '../work.ts'
import { useGraph } from './drawing.ts'

interface Props {
  /** A new key is a new picture, laid out from the start; under the same key nothing that is placed moves. */
  pictureKey: string
  /** A new key shows the whole picture again. */
  fitKey: string
  elements: Elements
  summary: string
  selected: string | null
  work: Work
  actions: Actions
  /** Tells which elements are on screen and where; nowhere where drawing failed. */
  onDrawn: (elements: Elements, drawn: Drawn | null) => void
  /** The same in words, in place of the drawing. */
  outline: ReactNode
  /** What can be done with a node, shown at the pointer. */
  menu: (id: string, position: Position, onClose: () => void) => ReactNode
}

/** On a phone, captions on the lines would make everything else too small to read. */
const CAPTION_ROOM = 480
const MENU_WIDTH = 230

interface Places {
  key: string
  /** Where the layouts put everything; what was put elsewhere by hand is kept apart, so that it can be undone. */
  placed: Map<string, Placed>
}

interface Showing extends Props {
  graph: Graph | null
  container: RefObject<HTMLDivElement | null>
  round: number
}

/** Puts the elements on screen, each in its place; tells whether that failed. */
function useShowing({ graph, container, round, ...props }: Showing): boolean {
  const { pictureKey, fitKey, elements, selected, work, onDrawn } = props
  const { pinned, marked } = work
  const places = useRef<Places>({ key: '', placed: new Map() })
  const fitted = useRef('')
  const chosen = useRef({ selected, marked })
  const [isFailed, setFailed] = useState(false)
  useEffect(() => {
    if (graph === null || container.current === null) return
    let isGone = false
    const key = `${pictureKey} ${String(round)}`
    if (places.current.key !== key) places.current = { key, placed: new Map() }
    const room = container.current.getBoundingClientRect()
    const shown = { ...elements, isCaptioned: elements.isCaptioned && room.width >= CAPTION_ROOM }
    const pins = new Map<string, Position>(pinned.map(({ id, x, y }) => [id, { x, y }]))
    placeAll(shown, { placed: places.current.placed, pinned: pins, room, sight: graph.sight() }).then(
      (placed) => {
        if (isGone) return
        places.current = { key, placed }
        const standing = new Map(
          [...placed].map(([id, place]): [string, Placed] => [id, { ...place, ...pins.get(id) }]),
        )
        const inTiers = elements.layout === 'TIERS' ? elements.nodes.filter(({ isBase }) => isBase) : []
        const tiered = new Set(inTiers.map(({ id }) => id))
        const routes = routeEdges(elements.edges, standing, tiered)
        const isFitted = fitted.current !== `${key} ${fitKey}`
        graph.show(shown, { positions: standing, routes, pinned: new Set(pins.keys()) }, isFitted)
        graph.highlight(chosen.current.selected, chosen.current.marked)
        fitted.current = `${key} ${fitKey}`
        onDrawn(elements, { elements: shown, placed: standing, routes })
      },
      () => {
        if (isGone) return
        setFailed(true)
        onDrawn(elements, null)
      },
    )
    return () => {
      isGone = true
    }
  }, [graph, container, elements, pinned, pictureKey, fitKey, round, onDrawn])
  useEffect(() => {
    chosen.current = { selected, marked }
    graph?.highlight(selected, marked)
    if (selected !== null) graph?.reveal(selected)
  }, [graph, selected, marked])
  return isFailed
}

/** The drawing of a picture, with its buttons. To screen readers it is one image; table and outline say the same. */
export function GraphPanel(props: Props) {
  const { elements, summary, actions, onDrawn } = props
  const { text } = useWords()
  const container = useRef<HTMLDivElement>(null)
  const [round, setRound] = useState(0)
  const [menu, setMenu] = useState<{ id: string; point: Position } | null>(null)
  const { graph, isBroken } = useGraph(container, {
    onSelect: (id) => {
      setMenu(null)
      actions.onSelect(id)
    },
    onExpand: actions.onExpand,
    onOpenGroup: actions.onOpenGroup,
    onMark: actions.onMark,
    onMove: (id, { x, y }) => {
      actions.onPin([{ id, x, y }])
    },
    onMenu: (id, point) => {
      setMenu({ id, point })
    },
  })
  const isFailed = useShowing({ ...props, graph, container, round })
  useEffect(() => {
    if (isBroken) onDrawn(elements, null)
  }, [isBroken, elements, onDrawn])

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
  const closeMenu = (): void => {
    setMenu(null)
  }
  return (
    <div className="graph">
      <div ref={container} className="cy" role="img" aria-label={summary} />
      {(isBroken || isFailed) && <p className="graph-failed">{text.graph.failed}</p>}
      {props.outline}
      {menu !== null && (
        <div
          className="node-menu"
          style={{
            left: `min(${String(menu.point.x)}px, calc(100% - ${String(MENU_WIDTH)}px))`,
            top: `min(${String(menu.point.y)}px, 45%)`,
          }}
        >
          {props.menu(menu.id, graph?.positionOf(menu.id) ?? menu.point, closeMenu)}
        </div>
      )}
      <div className="graph-foot">
        <p>{elements.layout === 'TIERS' ? text.graph.hint : text.graph.marking}</p>
        {buttons.map(({ name, sign, act }) => (
          <ActionIcon key={name} variant="default" size="md" aria-label={name} title={name} onClick={act}>
            <span aria-hidden="true">{sign}</span>
          </ActionIcon>
        ))}
      </div>
    </div>
  )
}
