import { useCallback, useSyncExternalStore } from 'react'
import { formatView, HOME, keepEqualParts, parseView, type View } from './state.ts'

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

/** The view the address bar holds, and how to go to another. */
export function useView(): [View, Go] {
  const view = useSyncExternalStore(subscribe, currentView)
  const go = useCallback<Go>((next, step) => {
    const search = formatView(next)
    if (search === window.location.search) return
    const address = window.location.pathname + search
    if (step === 'push') window.history.pushState(null, '', address)
    else window.history.replaceState(null, '', address)
    window.dispatchEvent(new PopStateEvent(MOVED))
  }, [])
  return [view, go]
}
