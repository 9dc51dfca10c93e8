/** The views a reader came through, to undo and redo; kept in memory, each as its address. */

export interface Trail {
  past: readonly string[]
  future: readonly string[]
}

export const NO_TRAIL: Trail = { past: [], future: [] }

/** Steps that can be undone. */
export const LONGEST_TRAIL = 100

/** The trail after leaving this view for a new one; what was undone before is forgotten. */
export function leave(trail: Trail, left: string): Trail {
  return { past: [...trail.past, left].slice(-LONGEST_TRAIL), future: [] }
}

/** A step back from the current view: where to, and the trail from there; null at the start. */
export function undo({ past, future }: Trail, current: string): { trail: Trail; view: string } | null {
  const view = past.at(-1)
  return view === undefined
    ? null
    : { view, trail: { past: past.slice(0, -1), future: [current, ...future] } }
}

/** A step forward again; null at the end. */
export function redo({ past, future }: Trail, current: string): { trail: Trail; view: string } | null {
  const [view, ...rest] = future
  return view === undefined ? null : { view, trail: { past: [...past, current], future: rest } }
}
