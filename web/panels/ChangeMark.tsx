import type { Change } from '../time.ts'
import { changeColor } from '../stylesheet.ts'
import { useWords } from '../words.ts'

/** The signs stand for themselves without colour: plus, cross, triangle, dash. */
const OUTLINES: Record<Change, string> = {
  ADDED: 'M7 2v10M2 7h10',
  STOPPED: 'M3 3l8 8M11 3l-8 8',
  MOVED: 'M7 2.500l5 9H2z',
  SAME: 'M2 7h10',
}

/** The sign of what became of a relationship between two days. The word stands beside it. */
export function ChangeMark({ change }: { change: Change }) {
  const { scheme } = useWords()
  return (
    <svg className="mark" viewBox="0 0 14 14" width="14" height="14" aria-hidden="true">
      <path d={OUTLINES[change]} stroke={changeColor(change, scheme)} strokeWidth="2.200" fill="none" />
    </svg>
  )
}
