/** Takes the keyboard from a row to its evidence, and back to the row. */

/** The id of the panel with the card or evidence of what is selected. */
export const DETAILS = 'details'

let origin: HTMLElement | null = null

/** After a choice by keyboard (a click without a pointer), the focus goes on to the details. */
export function followByKeyboard(event: { detail: number; target: EventTarget }): void {
  if (event.detail !== 0) return
  origin = event.target instanceof HTMLElement ? event.target : null
  requestAnimationFrame(() => {
    document.getElementById(DETAILS)?.focus()
  })
}

/** Back to where the choice was made. */
export function comeBack(): void {
  const target = origin
  origin = null
  requestAnimationFrame(() => {
    target?.focus()
  })
}
