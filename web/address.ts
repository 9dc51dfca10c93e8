import { useCallback, useMemo, useSyncExternalStore } from 'react'
import { formatView, parseView, type View } from './state.ts'

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

function currentSearch(): string {
  return window.location.search
}

/** The view the address bar holds, and how to go to another. */
export function useView(): [View, Go] {
  const search = useSyncExternalStore(subscribe, currentSearch)
  const view = useMemo(() => parseView(search), [search])
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
