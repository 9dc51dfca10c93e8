import type { ReactNode } from 'react'
import { LABELS, STAGES, TYPES } from '../answers.ts'
import type { Counts } from '../picture.ts'
import { type Hideable, PENDING } from '../state.ts'
import { CHANGES } from '../time.ts'
import { useWords } from '../words.ts'
import { ChangeMark } from './ChangeMark.tsx'
import { LabelMark } from './LabelMark.tsx'
import { StageLine } from './StageBadge.tsx'

interface Props {
  /** Of everything loaded, hidden or not. */
  counts: Counts
  hidden: readonly Hideable[]
  onToggle: (word: Hideable) => void
  onShowAll: () => void
  /** Whether something is left out in another way than by the legend. */
  isNarrowed: boolean
  children: ReactNode
}

interface Choice {
  word: Hideable
  name: string
  mark: ReactNode
  count: number
}

/** What colours, shapes and lines mean, with how often each occurs; every entry shows or hides what it names. */
export function Legend({ counts, hidden, onToggle, onShowAll, isNarrowed, children }: Props) {
  const { text, labelName, typeName } = useWords()
  const groups: { name: string; choices: Choice[] }[] = [
    {
      name: text.legend.labels,
      choices: LABELS.map((word) => ({
        word,
        name: labelName(word),
        mark: <LabelMark label={word} />,
        count: counts.labels.get(word) ?? 0,
      })),
    },
    {
      name: text.legend.types,
      choices: TYPES.map((word) => ({
        word,
        name: typeName(word),
        mark: null,
        count: counts.types.get(word) ?? 0,
      })),
    },
    {
      name: text.legend.stages,
      choices: STAGES.map((word) => ({
        word,
        name: text.stages[word],
        mark: <StageLine stage={word} />,
        count: counts.stages.get(word) ?? 0,
      })),
    },
    {
      name: text.pending.title,
      choices: [{ word: PENDING, name: text.pending.name, mark: null, count: counts.pending }],
    },
    {
      name: text.changes.title,
      choices: CHANGES.map((word) => ({
        word,
        name: text.changes.names[word],
        mark: <ChangeMark change={word} />,
        count: counts.changes.get(word) ?? 0,
      })),
    },
  ]
  // What is hidden but does not occur here is nothing to offer.
  const isHiding = groups.some(({ choices }) =>
    choices.some(({ word, count }) => count > 0 && hidden.includes(word)),
  )
  const offered = groups.filter(({ choices }) => choices.some(({ count }) => count > 0))
  return (
    <section className="legend" aria-label={text.legend.title}>
      {offered.map(({ name, choices }) => (
        <div key={name} className="legend-group" role="group" aria-label={name}>
          <span className="legend-name" aria-hidden="true">
            {name}
          </span>
          {choices
            .filter(({ count }) => count > 0)
            .map(({ word, name: choice, mark, count }) => (
              <button
                key={word}
                type="button"
                className="toggle"
                aria-pressed={!hidden.includes(word)}
                onClick={() => {
                  onToggle(word)
                }}
              >
                {mark}
                <span>{choice}</span> <b>{count}</b>
              </button>
            ))}
        </div>
      ))}
      {(isHiding || isNarrowed) && (
        <button type="button" className="toggle all" onClick={onShowAll}>
          {text.legend.showAll}
        </button>
      )}
      <div className="tools">{children}</div>
    </section>
  )
}
