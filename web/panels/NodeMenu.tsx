import { CloseButton, FocusTrap } from '@mantine/core'
import type { Position } from '../layout/task.ts'
import type { Actions } from '../pages/actions.ts'
import type { View } from '../state.ts'
import { useWords } from '../words.ts'
import { NodeActions } from './NodeActions.tsx'

interface Props {
  id: string
  name: string
  /** Where the node stands. */
  position: Position
  isRoot: boolean
  view: View
  actions: Actions
  onClose: () => void
}

/** What can be done with a node, beside it; Escape closes it. */
export function NodeMenu({ id, name, position, isRoot, view, actions, onClose }: Props) {
  const { text } = useWords()
  return (
    <FocusTrap>
      <div
        role="dialog"
        aria-label={text.tools.menu(name)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onClose()
        }}
      >
        <CloseButton className="side-close" size="sm" aria-label={text.card.close} onClick={onClose} />
        <h2>{name}</h2>
        <NodeActions
          id={id}
          isRoot={isRoot}
          view={view}
          actions={actions}
          onPin={() => {
            actions.onPin([{ id, ...position }])
          }}
        />
      </div>
    </FocusTrap>
  )
}
