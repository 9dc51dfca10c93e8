import { type Filters } from '../filters.ts'
import type { Picture } from '../picture.ts'
import { type Change, CHANGES, type Dated } from '../time.ts'
import { useWords } from '../words.ts'
import { ChangeMark } from './ChangeMark.tsx'
import { StageBadge } from './StageBadge.tsx'

interface Props {
  filters: Filters
  visible: Picture
  onSelect: (id: string) => void
}

/** What became of a relationship between two days: sign, word, and the stage it had. */
export function ChangeBadge({ relationship }: { relationship: Dated }) {
  const { text } = useWords()
  const { change, stageBefore } = relationship
  if (change === null || change === 'SAME') return null
  return (
    <span className="change" data-change={change}>
      <ChangeMark change={change} /> {text.changes.names[change]}
      {change !== 'ADDED' && stageBefore !== null && (
        <span className="quiet"> {text.changes.wasStage(text.stages[stageBefore])}</span>
      )}
    </span>
  )
}

/** What changed between the two days that are compared, change by change. */
export function ChangeList({ filters, visible, onSelect }: Props) {
  const { text, typeName } = useWords()
  const { asOf, before } = filters
  if (before === null) return null
  const changed = (kind: Change): readonly Dated[] =>
    visible.relationships.filter(({ change }) => change === kind)
  const groups = CHANGES.filter((kind) => kind !== 'SAME' && changed(kind).length > 0)
  return (
    <details className="changes" open>
      <summary>
        {text.changes.title}{' '}
        <span className="quiet">{text.changes.between(before, asOf ?? text.filters.now)}</span>
      </summary>
      {groups.length === 0 && <p className="quiet">{text.changes.none}</p>}
      {groups.map((kind) => (
        <section key={kind} aria-label={text.changes.names[kind]}>
          <h3>
            <ChangeMark change={kind} /> {text.changes.names[kind]} {changed(kind).length}
          </h3>
          <ul>
            {changed(kind).map((relationship) => (
              <li key={relationship.id}>
                <button
                  type="button"
                  className="mention"
                  onClick={() => {
                    onSelect(relationship.id)
                  }}
                >
                  {relationship.start.name} {typeName(relationship.type)} {relationship.end.name}
                  {relationship.product !== null && ` ${relationship.product}`}
                </button>{' '}
                {kind === 'MOVED' && relationship.stageBefore !== null && (
                  <>
                    <StageBadge stage={relationship.stageBefore} /> →{' '}
                  </>
                )}
                <StageBadge stage={relationship.stage} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </details>
  )
}
