import type { Core } from 'cytoscape'

/** Smaller than this on the screen, in pixels, a caption is not read but guessed. */
const READABLE = 7
const LANDMARK_SIZE = 12
const LANDMARKS = 14
const HUB = 4
/** Zooming by less than this leaves captions as they are. */
const ZOOM_STEP = 1.15
const CAPTION_SIZE = 13

/**
 * Far out, where captions would be too small to read, only those of the root and of the nodes with most links are left,
 * in a size that can be read.
 */
export function keepCaptionsReadable(core: Core): void {
  let level = 0
  const update = (): void => {
    const zoom = core.zoom()
    const isFar = zoom * CAPTION_SIZE < READABLE
    const next = isFar ? Math.round(Math.log(zoom) / Math.log(ZOOM_STEP)) : 1
    if (next === level) return
    level = next
    core.batch(() => {
      const nodes = core.nodes()
      nodes.removeClass('far landmark').removeStyle('font-size')
      if (!isFar) return
      const landmarks = new Set<string>()
      const ranked = nodes.map((node) => ({
        id: node.id(),
        degree: node.hasClass('hidden') ? -1 : node.degree(false),
      }))
      ranked.sort((a, b) => b.degree - a.degree)
      for (const { id, degree } of ranked.slice(0, LANDMARKS)) if (degree >= HUB) landmarks.add(id)
      nodes.addClass('far')
      nodes
        .filter((node) => landmarks.has(node.id()) || node.is('.root, .selected, .marked'))
        .addClass('landmark')
        .style('font-size', LANDMARK_SIZE / zoom)
    })
  }
  core.on('zoom', update)
  core.on('add remove', () => {
    level = 0
    queueMicrotask(update)
  })
}
