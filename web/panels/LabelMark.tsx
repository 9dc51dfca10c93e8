import type { Label } from '../answers.ts'
import { useWords } from '../words.ts'

/** The shapes of stylesheet.ts, small, in a box of 18 by 14. */
const OUTLINES: Record<Label, string> = {
  COMPANY: 'M4 2h10a2 2 0 0 1 2 2v6a2 2 0 0 1-2 2H4a2 2 0 0 1-2-2V4a2 2 0 0 1 2-2z',
  PARK: 'M5 2h8l4 5-4 5H5L1 7z',
  CLUSTER: 'M9 2c4.4 0 8 2.200 8 5s-3.600 5-8 5-8-2.200-8-5 3.600-5 8-5z',
  POLICY: 'M2 2h10l4.500 5-4.500 5H2z',
  PRODUCT: 'M5 2h8l3 3v4l-3 3H5L2 9V5z',
  PROJECT: 'M5 2h12l-4 10H1z',
  INSTITUTION: 'M3 2.500c4-1.500 8-1.500 12 0 1.500 3 1.500 6 0 9-4 1.500-8 1.500-12 0-1.500-3-1.500-6 0-9z',
  REGION: 'M5 2h8l4 10H1z',
}

/** The sign of a label: its shape in its colour. The name stands beside it, so it says nothing to screen readers. */
export function LabelMark({ label }: { label: Label }) {
  const { colorOf } = useWords()
  return (
    <svg className="mark" viewBox="0 0 18 14" width="18" height="14" aria-hidden="true">
      <path d={OUTLINES[label]} fill={colorOf(label)} />
    </svg>
  )
}
