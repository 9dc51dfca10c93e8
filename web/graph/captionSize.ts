import type { Core, NodeCollection } from 'cytoscape'

/** Smaller than this on the screen, in pixels, a caption is not read but guessed. */
const READABLE = 7
const LANDMARK_SIZE = 12
const LANDMARKS = 14
const HUB = 4
/** Zooming by less than this leaves captions as they are. */
const ZOOM_STEP = 1.15
const CAPTION_SIZE = 13

/** The root, what is chosen, and the nodes with most links. */
function landmarksOf(nodes: NodeCollection): NodeCollection {
  const ranked = nodes.map((node) => ({
    id: node.id(),
    degree: node.hasClass('hidden') ? -1 : Number(node.data('degree')),
  }))
  ranked.sort((a, b) => b.degree - a.degree)
  const hubs = new Set(ranked.slice(0, LANDMARKS).flatMap(({ id, degree }) => (degree >= HUB ? [id] : [])))
  return nodes.filter((node) => hubs.has(node.id()) || node.is('.root, .selected, .marked'))
}

/**
 * Far out, where captions would be too small to read, only those of landmarks are left, in a size that can be read.
 * Gives what brings captions in step at once with what was added or removed.
 */
export function keepCaptionsReadable(core: Core): () => void {
  let level = 0
  let isStale = false
  const update = (): void => {
    const zoom = core.zoom()
    const isFar = zoom * CAPTION_SIZE < READABLE
    const next = isFar ? Math.round(Math.log(zoom) / Math.log(ZOOM_STEP)) : 1
    if (next === level && !isStale) return
    level = next
    isStale = false
    core.batch(() => {
      const nodes = core.nodes()
      const landmarks = isFar ? landmarksOf(nodes) : nodes.filter(() => false)
      nodes
        .filter((node) => node.hasClass('landmark') && !landmarks.has(node))
        .removeClass('landmark')
        .removeStyle('font-size')
      nodes.toggleClass('lettered', !isFar)
      landmarks.addClass('landmark').style('font-size', LANDMARK_SIZE / zoom)
    })
  }
  core.on('zoom', update)
  core.on('add remove', () => {
    isStale = true
  })
  return update
}
