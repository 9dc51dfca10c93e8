import { useCallback, useEffect, useSyncExternalStore } from 'react'
import { formatView, HOME, isSamePicture, keepEqualParts, parseView, type View } from './state.ts'
import { leave, NO_TRAIL, redo, type Trail, undo } from './trail.ts'

/** `push` for what the back button should undo, `replace` for the small change of a click. */
export type Step = 'push' | 'replace'
export type Go = (next: View, step: Step) => void

// The history API tells nobody about pushState; listeners of this page are told through the same event as by "back".
const MOVED = 'popstate'

function subscribe(listener: () => void): () => void {
  window.addEventListener(MOVED, listener)
  return () => {
    window.removeEventListener(MOVED, listener)
  }
}

// What a click leaves as it is must stay the same object, or everything that hangs on it is made again.
let current = { search: '', view: HOME }

function currentView(): View {
  const { search } = window.location
  if (current.search !== search) current = { search, view: keepEqualParts(current.view, parseView(search)) }
  return current.view
}

let trail: Trail = NO_TRAIL
let lastStep = { at: 0, step: 'push' }
/** Milliseconds within which small changes, as of a slider, are one step of the trail. */
const ONE_STEP = 500

function currentTrail(): Trail {
  return trail
}

function move(search: string, step: Step): void {
  const address = window.location.pathname + search
  if (step === 'push') window.history.pushState(null, '', address)
  else window.history.replaceState(null, '', address)
  window.dispatchEvent(new PopStateEvent(MOVED))
}

/** The view the address bar holds, and how to go to another. */
export function useView(): [View, Go] {
  const view = useSyncExternalStore(subscribe, currentView)
  const go = useCallback<Go>((next, step) => {
    const search = formatView(next)
    if (search === window.location.search) return
    if (!isSamePicture(currentView(), next)) {
      const at = performance.now()
      const isOneStep = step === 'replace' && lastStep.step === 'replace' && at - lastStep.at < ONE_STEP
      if (!isOneStep) trail = leave(trail, window.location.search)
      lastStep = { at, step }
    }
    move(search, step)
  }, [])
  return [view, go]
}

export interface TrailControls {
  onUndo: () => void
  onRedo: () => void
  canUndo: boolean
  canRedo: boolean
}

function follow(step: typeof undo): void {
  const next = step(trail, window.location.search)
  if (next === null) return
  trail = next.trail
  lastStep = { at: 0, step: 'push' }
  move(next.view, 'replace')
}

function onUndo(): void {
  follow(undo)
}

function onRedo(): void {
  follow(redo)
}

/** Fields have an undo of their own. */
function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea'))
}

/** Undo and redo of what changed the picture, also by Ctrl+Z, Ctrl+Shift+Z and Ctrl+Y. */
export function useTrail(): TrailControls {
  const { past, future } = useSyncExternalStore(subscribe, currentTrail)
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      const key = event.key.toLowerCase()
      if (!(event.ctrlKey || event.metaKey) || event.altKey || isField(event.target)) return
      if (key !== 'z' && key !== 'y') return
      event.preventDefault()
      if (key === 'y' || event.shiftKey) onRedo()
      else onUndo()
    }
    window.addEventListener('keydown', listen)
    return () => {
      window.removeEventListener('keydown', listen)
    }
  }, [])
  return { onUndo, onRedo, canUndo: past.length > 0, canRedo: future.length > 0 }
}
