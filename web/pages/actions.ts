import type { Go } from '../address.ts'
import { collapseNeighbors, expandNeighbors, openEntity, select, type View } from '../state.ts'

/** What a reader can do with an entity or relationship, wherever it is shown. */
export interface Actions {
  onSelect: (id: string) => void
  onClose: () => void
  onOpen: (id: string) => void
  onExpand: (id: string) => void
  onCollapse: (id: string) => void
}

/** Ties the actions to the address: what changes the picture can be undone with the back button. */
export function useActions(view: View, go: Go): Actions {
  return {
    onSelect: (id) => {
      go(select(view, id), 'replace')
    },
    onClose: () => {
      go(select(view, null), 'replace')
    },
    onOpen: (id) => {
      go(openEntity(view, id), 'push')
    },
    onExpand: (id) => {
      go(select(expandNeighbors(view, id), id), 'push')
    },
    onCollapse: (id) => {
      go(collapseNeighbors(view, id), 'push')
    },
  }
}
