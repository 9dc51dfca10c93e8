import { Button } from '@mantine/core'
import { useEffect, useId, useRef, useState } from 'react'
import { handOnText } from '../text/handOn.ts'
import { useWords } from '../words.ts'
import { PNG_WIDTH } from './pngWidth.ts'

interface Props {
  width: number
  /** With the width chosen; null where it stays as it is. */
  onClose: (width: number | null) => void
}

/** Asks how wide a PNG is to be. */
export function PictureWidth({ width, onClose }: Props) {
  const text = handOnText(useWords().language)
  const dialog = useRef<HTMLDialogElement>(null)
  const [chosen, setChosen] = useState(String(width))
  const id = useId()
  const hint = useId()
  useEffect(() => {
    dialog.current?.showModal()
  }, [])
  const { least, most } = PNG_WIDTH
  return (
    <dialog
      ref={dialog}
      className="ask"
      aria-labelledby={id}
      onClose={() => {
        onClose(null)
      }}
    >
      <form
        method="dialog"
        onSubmit={(event) => {
          event.preventDefault()
          onClose(Number(chosen))
        }}
      >
        <label id={id} htmlFor={`${id}field`}>
          {text.width}
        </label>
        <input
          id={`${id}field`}
          type="number"
          required
          min={least}
          max={most}
          step={1}
          value={chosen}
          aria-describedby={hint}
          onChange={(event) => {
            setChosen(event.currentTarget.value)
          }}
        />
        <p id={hint} className="quiet">
          {text.widthHint(least, most)}
        </p>
        <div className="ask-buttons">
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => {
              onClose(null)
            }}
          >
            {text.cancel}
          </Button>
          <Button size="compact-sm" type="submit">
            {text.apply}
          </Button>
        </div>
      </form>
    </dialog>
  )
}
