import type { Go } from '../address.ts'
import type { RelationshipType, Direction } from '../answers.ts'
import { openEntity, select, type View } from '../state.ts'
import {
  collapse,
  expand,
  mark,
  openGroup,
  pin,
  type Pin,
  remove,
  restore,
  unpin,
  type Work,
} from '../work.ts'

/** What a reader can do with entities and relationships, wherever they are shown. */
export interface Actions {
  onSelect: (id: string | null) => void
  onOpen: (id: string) => void
  /** Adds relationships of one type and direction, or all of them. */
  onExpand: (id: string, type?: RelationshipType, direction?: Direction) => void
  onCollapse: (id: string) => void
  onRemove: (ids: readonly string[]) => void
  onRestore: () => void
  onPin: (pins: readonly Pin[]) => void
  onUnpin: (ids: readonly string[]) => void
  onMark: (ids: readonly string[]) => void
  onUnmark: () => void
  onOpenGroup: (key: string) => void
  onCommon: (ids: readonly string[]) => void
  onPath: (path: Work['path']) => void
}

/** Ties the actions to the address: what changes the picture can be undone with the back button. */
export function useActions(view: View, go: Go): Actions {
  const { work } = view
  const change = (next: Work, selected = view.selected): void => {
    go({ ...view, work: next, selected }, 'push')
  }
  return {
    onSelect: (id) => {
      go(select(view, id), 'replace')
    },
    onOpen: (id) => {
      go(openEntity(view, id), 'push')
    },
    onExpand: (id, type, direction = 'BOTH') => {
      change(expand(work, { id, type: type ?? null, direction }), id)
    },
    onCollapse: (id) => {
      change(collapse(work, id))
    },
    onRemove: (ids) => {
      change(remove(work, ids), view.selected !== null && ids.includes(view.selected) ? null : view.selected)
    },
    onRestore: () => {
      change(restore(work))
    },
    onPin: (pins) => {
      change(pins.reduce(pin, work))
    },
    onUnpin: (ids) => {
      change(unpin(work, ids))
    },
    onMark: (ids) => {
      go({ ...view, work: mark(work, ids) }, 'replace')
    },
    onUnmark: () => {
      go({ ...view, work: { ...work, marked: [] } }, 'replace')
    },
    onOpenGroup: (key) => {
      change(openGroup(work, key))
    },
    onCommon: (ids) => {
      change({ ...work, common: ids })
    },
    onPath: (path) => {
      change({ ...work, path })
    },
  }
}
