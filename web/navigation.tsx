import { createContext, type MouseEvent, type ReactNode, useContext } from 'react'
import type { Go } from './address.ts'
import { formatView, goHome, HOME, type View } from './state.ts'

interface Navigation {
  view: View
  go: Go
}

export const NavigationContext = createContext<Navigation>({ view: HOME, go: () => undefined })

/** The view, and how to go to another, for what lies deep in a page. */
export function useNavigation(): Navigation {
  return useContext(NavigationContext)
}

/** Goes back to the page before, or to the start where there is none: what was asked for here is asked no more. */
export function useGivingUp(): () => void {
  const { view, go } = useNavigation()
  return () => {
    if (window.history.length > 1) window.history.back()
    else go(goHome(view), 'replace')
  }
}

interface Props {
  /** From the view in which the link stands. */
  to: (view: View) => View
  className?: string
  label?: string
  current?: boolean
  children: ReactNode
}

/** A link to another view: a click stays in the page, one with a modifier opens a tab, as on every link. */
export function ViewLink({ to, className, label, current = false, children }: Props) {
  const { view, go } = useNavigation()
  const next = to(view)
  const open = (event: MouseEvent): void => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    go(next, 'push')
  }
  return (
    <a
      className={className}
      href={`/${formatView(next)}`}
      aria-label={label}
      aria-current={current ? 'page' : undefined}
      onClick={open}
    >
      {children}
    </a>
  )
}
