/** A question with blanks: 哪些企业为【企业】供货？ */

/** A stretch of words, or a blank with the name of what belongs there. */
export interface TemplatePart {
  text: string
  isBlank: boolean
}

/** Cuts a pattern at its blanks; joined with 【】 around these, the parts give the pattern again. */
export function templateParts(pattern: string): TemplatePart[] {
  return pattern
    .split(/【([^】]*)】/)
    .map((text, index) => ({ text, isBlank: index % 2 === 1 }))
    .filter(({ text }) => text !== '')
}

/** The question with its blanks filled in, by the place of each among the parts; null while one is empty. */
export function fillTemplate(
  parts: readonly TemplatePart[],
  names: ReadonlyMap<number, string>,
): string | null {
  const words = parts.map(({ text, isBlank }, index) => (isBlank ? names.get(index) : text))
  return words.every((word) => word !== undefined) ? words.join('') : null
}
