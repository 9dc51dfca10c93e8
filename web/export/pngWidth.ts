/** Widths of a PNG that can be asked for, in pixels. */
export const PNG_WIDTH = { least: 200, most: 12_000, usual: 2_400 } as const
