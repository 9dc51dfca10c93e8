import type { Relationship, RelationshipType, Stage } from '../answers.ts'
import { lineColor, DASHES } from '../stylesheet.ts'
import { useWords } from '../words.ts'

/** How far a fact has come; the border of the badge is dashed as the line in the graph is. */
export function StageBadge({ stage }: { stage: Stage }) {
  const { text } = useWords()
  return (
    <span className="stage" data-stage={stage}>
      {text.stages[stage]}
    </span>
  )
}

/** What is made, supplied, paid for or run; of the rest, being so goes without saying. */
const WORKING: readonly RelationshipType[] = ['SUPPLIES', 'PRODUCES', 'INVESTS_IN', 'OPERATES']

/** The stage of a fact, left out where it only says that what is stated holds. */
export function FactStage({ type, stage }: Pick<Relationship, 'type' | 'stage'>) {
  return stage === 'ACTIVE' && !WORKING.includes(type) ? null : <StageBadge stage={stage} />
}

/** Nobody has confirmed what a less certain rule read. */
export function PendingBadge() {
  const { text } = useWords()
  return <span className="pending">{text.pending.name}</span>
}

/** A piece of line in the style of a stage. */
export function StageLine({ stage }: { stage: Stage }) {
  const { scheme } = useWords()
  return (
    <svg className="line" viewBox="0 0 34 8" width="34" height="8" aria-hidden="true">
      <path
        d="M1 4h32"
        stroke={lineColor(stage, scheme)}
        strokeWidth="2"
        strokeDasharray={DASHES[stage].join(' ')}
        fill="none"
      />
    </svg>
  )
}
