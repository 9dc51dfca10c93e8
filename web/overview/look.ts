/** How every plot looks: colours, letters, no motion. */
import type { Scheme } from '../color.ts'

/** Okabe and Ito's scale, told apart by the colour-blind; dark enough to carry white letters. */
export const COLORS: readonly string[] = [
  '#0072b2',
  '#00775a',
  '#b35900',
  '#a0447a',
  '#3d6f8f',
  '#6b6b00',
  '#5b5ea6',
  '#8a4b2a',
]
/** Of letters on the page. */
export const INK: Record<Scheme, string> = { light: '#17202a', dark: '#eef1f4' }
const FONT = '"Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif'

/** What every plot begins with; the description is what screen readers hear. */
export function plotBase(description: string) {
  return {
    animation: false,
    color: [...COLORS],
    textStyle: { fontFamily: FONT },
    aria: { enabled: true, label: { description } },
  }
}
