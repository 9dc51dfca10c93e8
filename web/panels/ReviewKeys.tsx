import { useEffect, useRef, useState } from 'react'
import { type Command, commandOf, COMMANDS } from '../review/actions.ts'
import { useWords } from '../words.ts'

interface Props {
  possible: ReadonlySet<Command>
  onCommand: (command: Command) => void
}

const ORDER = ['next', 'previous', 'accept', 'reject', 'merge', 'split', 'retype', 'undo'] as const

function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]')
}

/** The commands as buttons, each with its key. Keys can be switched off, for those whose speech would press them. */
export function ReviewKeys({ possible, onCommand }: Props) {
  const words = useWords().text.pages.review
  const [isOn, setOn] = useState(true)
  const run = useRef(onCommand)
  useEffect(() => {
    run.current = onCommand
  })
  useEffect(() => {
    if (!isOn) return
    const press = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isField(event.target)) return
      const command = commandOf(event.key)
      if (command === null) return
      event.preventDefault()
      run.current(command)
    }
    window.addEventListener('keydown', press)
    return () => {
      window.removeEventListener('keydown', press)
    }
  }, [isOn])
  return (
    <div className="review-keys" role="toolbar" aria-label={words.decision}>
      {ORDER.map((command) => (
        <button
          key={command}
          type="button"
          className="command"
          data-command={command}
          disabled={!possible.has(command)}
          onClick={() => {
            onCommand(command)
          }}
        >
          {words[command]} {isOn && <kbd>{COMMANDS[command]}</kbd>}
        </button>
      ))}
      <button
        type="button"
        className="toggle"
        aria-pressed={isOn}
        onClick={() => {
          setOn(!isOn)
        }}
      >
        <span>{words.keys}</span>
      </button>
    </div>
  )
}
