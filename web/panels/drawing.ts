import { type RefObject, useEffect, useRef, useState } from 'react'
import type { GraphEvents } from '../graph/events.ts'
import type { Graph } from '../graph/graph.ts'
import { stylesheet } from '../stylesheet.ts'
import { useWords } from '../words.ts'

// The chunk with Cytoscape starts on its way with the page, beside the first questions to the API.
const graphModule = import('../graph/graph.ts')
// On the home page nobody waits for it yet: a failure is told by the panel that needs it.
graphModule.catch(() => undefined)

/** Starts Cytoscape in the container and keeps it in step with the page's colours, room and events. */
export function useGraph(
  container: RefObject<HTMLDivElement | null>,
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
          onOpenGroup: (key) => {
            current.current.onOpenGroup(key)
          },
          onMark: (ids) => {
            current.current.onMark(ids)
          },
          onMove: (id, position) => {
            current.current.onMove(id, position)
          },
          onMenu: (id, point) => {
            current.current.onMenu(id, point)
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
  useEffect(() => {
    if (graph === null || container.current === null) return
    const observer = new ResizeObserver(() => {
      graph.resize()
    })
    observer.observe(container.current)
    return () => {
      observer.disconnect()
    }
  }, [graph, container])
  return { graph, isBroken }
}
