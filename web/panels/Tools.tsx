import { useTrail } from '../address.ts'
import { useWords } from '../words.ts'

interface ToggleProps {
  name: string
  /** The id of what it shows. */
  panel: string
  isOpen: boolean
  onToggle: (isOpen: boolean) => void
}

/** A button that shows and hides a panel. */
export function Toggle({ name, panel, isOpen, onToggle }: ToggleProps) {
  return (
    <button
      type="button"
      className="action"
      aria-expanded={isOpen}
      aria-controls={isOpen ? panel : undefined}
      onClick={() => {
        onToggle(!isOpen)
      }}
    >
      {name}
    </button>
  )
}

/** Undo and redo of everything that changed the picture. */
export function TrailButtons() {
  const { tools } = useWords().text
  const { onUndo, onRedo, canUndo, canRedo } = useTrail()
  return (
    <>
      <button type="button" className="action" title="Ctrl+Z" disabled={!canUndo} onClick={onUndo}>
        {tools.undo}
      </button>
      <button type="button" className="action" title="Ctrl+Shift+Z" disabled={!canRedo} onClick={onRedo}>
        {tools.redo}
      </button>
    </>
  )
}
