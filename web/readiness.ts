import { useEffect } from 'react'

/**
 * Marks the document with `data-ready` while everything asked for is on screen (an error message counts: it is the
 * final word on what was asked) and removes the mark while something is loading or being laid out.
 */
export function useReadiness(ready: boolean): void {
  useEffect(() => {
    const { dataset } = document.documentElement
    if (!ready) return
    dataset['ready'] = 'true'
    return () => {
      delete dataset['ready']
    }
  }, [ready])
}
