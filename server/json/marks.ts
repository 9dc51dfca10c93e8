/** The characters of JSON, as bytes. */
export const marks = {
  quote: 0x22,
  comma: 0x2c,
  colon: 0x3a,
  openList: 0x5b,
  backslash: 0x5c,
  closeList: 0x5d,
  openObject: 0x7b,
  closeObject: 0x7d,
} as const

/** Characters below it JSON holds only escaped. */
export const firstPlain = 0x20
/** Characters from here on are not ASCII. */
export const firstOther = 0x80
