import { takenBack } from '../review/actions.ts'
import type { Decision } from '../review/review.ts'
import { useWords } from '../words.ts'

interface Props {
  decisions: readonly Decision[]
  total: number
  canUndo: boolean
  onUndo: (id: string) => void
}

function Said({ decision }: { decision: Decision }) {
  const { text, labelName } = useWords()
  const words = text.pages.review
  const { kind, of, as, fact, document } = decision
  return (
    <span>
      <b>{words.decisions[kind]}</b>
      {of !== null && ` ${of.name}（${labelName(of.label)}）`}
      {as !== null && ` → ${kind === 'RETYPE' ? labelName(as.label) : as.name}`}
      {fact !== null && (
        <span className="quiet">
          {' '}
          {words.fact} {fact}
        </span>
      )}
      {document !== null && <span className="quiet"> {words.inDocument}</span>}
    </span>
  )
}

/** What people decided, latest first; what still holds can be taken back. */
export function DecisionLog({ decisions, total, canUndo, onUndo }: Props) {
  const { text, language } = useWords()
  const words = text.pages.review
  const undone = takenBack(decisions)
  const time = new Intl.DateTimeFormat(language === 'en' ? 'en' : 'zh-CN', {
    dateStyle: 'short',
    timeStyle: 'short',
  })
  const shown = decisions.filter(({ kind }) => kind !== 'UNDO')
  return (
    <section className="decision-log" aria-label={words.log(total)}>
      <h2>{words.log(total)}</h2>
      {shown.length === 0 && <p className="quiet">{words.emptyLog}</p>}
      <ol>
        {shown.map((decision) => (
          <li key={decision.id} data-undone={undone.has(decision.id)}>
            <Said decision={decision} />
            <span className="quiet">
              {decision.reviewer} · {time.format(new Date(decision.at))}
            </span>
            {undone.has(decision.id) ? (
              <span className="tag">{words.takenBack}</span>
            ) : (
              canUndo && (
                <button
                  type="button"
                  className="action"
                  onClick={() => {
                    onUndo(decision.id)
                  }}
                >
                  {words.undo}
                </button>
              )
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
