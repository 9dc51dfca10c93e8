import { useExpansions } from '../api.ts'
import { expandableOf } from '../expansions.ts'
import type { Actions } from '../pages/actions.ts'
import type { View } from '../state.ts'
import { useWords } from '../words.ts'
import { expansionKey } from '../work.ts'

interface Props {
  id: string
  isRoot: boolean
  view: View
  actions: Actions
  /** Where the node stands; none where it isn't drawn by itself. */
  onPin: (() => void) | undefined
}

/** What an entity can be expanded by, each way with how much it would add, and what else can be done with its node. */
export function NodeActions({ id, isRoot, view, actions, onPin }: Props) {
  const { text } = useWords()
  const { tools, card } = text
  const { work } = view
  const answer = useExpansions(id, view.filters)
  const ways = answer.data === undefined ? undefined : expandableOf(answer.data)
  const done = new Set(work.expanded.map(expansionKey))
  const isExpanded = work.expanded.some((expansion) => expansion.id === id)
  const isPinned = work.pinned.some((pin) => pin.id === id)
  const isMarked = work.marked.includes(id)
  const others = [
    ...(isExpanded ? [{ name: card.collapse, act: () => actions.onCollapse(id) }] : []),
    ...(isRoot
      ? []
      : [
          { name: card.center, act: () => actions.onOpen(id) },
          { name: tools.remove, act: () => actions.onRemove([id]) },
        ]),
    ...(isPinned
      ? [{ name: tools.unpin, act: () => actions.onUnpin([id]) }]
      : onPin === undefined
        ? []
        : [{ name: tools.pin, act: onPin }]),
    { name: isMarked ? tools.unmark : tools.mark, act: () => actions.onMark([id]) },
  ]
  return (
    <>
      <div className="ways" role="group" aria-label={tools.expand}>
        <span className="quiet">{tools.expand}</span>
        {ways?.length === 0 && <span className="quiet">{tools.nothingToExpand}</span>}
        {ways?.map(({ type, direction, count }) => (
          <button
            key={`${type} ${direction}`}
            type="button"
            className="toggle"
            aria-pressed={done.has(expansionKey({ id, type, direction }))}
            onClick={() => {
              actions.onExpand(id, type, direction)
            }}
          >
            <span>{tools.ways[type][direction === 'OUT' ? 'OUT' : 'IN']}</span> <b>{count}</b>
          </button>
        ))}
        {ways !== undefined && ways.length > 1 && (
          <button
            type="button"
            className="toggle"
            aria-pressed={done.has(id)}
            onClick={() => {
              actions.onExpand(id)
            }}
          >
            <span>{tools.everything}</span> <b>{ways.reduce((sum, { count }) => sum + count, 0)}</b>
          </button>
        )}
      </div>
      <div className="card-actions">
        {others.map(({ name, act }) => (
          <button key={name} type="button" className="action" onClick={act}>
            {name}
          </button>
        ))}
      </div>
    </>
  )
}
