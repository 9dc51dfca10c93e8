import { Popover } from '@mantine/core'
import { useState } from 'react'
import type { Interpretation } from '../answer/answer.ts'
import { namedParts, otherFilters, type NamedPart, placeOf, without, withName } from '../answer/reading.ts'
import type { Mention } from '../answers.ts'
import { useSearch } from '../api.ts'
import { useWords } from '../words.ts'
import { LabelMark } from './LabelMark.tsx'

interface Props {
  question: string
  interpretation: Interpretation
  onAsk: (question: string) => void
  onOpen: (id: string) => void
}

/** What else a name of the question may mean: the entities it fits, then those whose names are near. */
function Alternatives({ part, onChange }: { part: NamedPart; onChange: (name: string) => void }) {
  const { text, labelName } = useWords()
  const { data, loading } = useSearch(part.text)
  const [first] = part.entities
  const found = new Map<string, Mention>(part.entities.map((entity) => [entity.id, entity]))
  for (const { entity } of data?.search ?? []) found.set(entity.id, found.get(entity.id) ?? entity)
  const others = [...found.values()].filter(({ id }) => part.entities.length > 1 || id !== first?.id)
  if (!loading && others.length === 0) return <p className="quiet">{text.pages.answer.noOther}</p>
  return (
    <ul className="choices">
      {others.map(({ id, label, name }) => (
        <li key={id}>
          <button
            type="button"
            onClick={() => {
              onChange(name)
            }}
          >
            <LabelMark label={label} />
            <span>{name}</span>
            <span className="quiet">{labelName(label)}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}

function NameChip({ part, question, onAsk, onOpen }: Omit<Props, 'interpretation'> & { part: NamedPart }) {
  const { answer } = useWords().text.pages
  const [isOpen, setOpen] = useState(false)
  const [first] = part.entities
  const isClear = part.entities.length === 1
  return (
    <Popover
      opened={isOpen}
      onChange={setOpen}
      position="bottom-start"
      withinPortal={false}
      shadow="md"
      transitionProps={{ duration: 0 }}
    >
      <Popover.Target>
        <button
          type="button"
          className={isClear ? 'chip' : 'chip unclear'}
          onClick={() => {
            setOpen(!isOpen)
          }}
        >
          {first !== undefined && isClear && <LabelMark label={first.label} />}
          <span>
            {isClear && first !== undefined
              ? answer.taken(part.text, first.name)
              : answer.ambiguous(part.text, part.entities.length)}
          </span>
          <span aria-hidden="true">▾</span>
        </button>
      </Popover.Target>
      <Popover.Dropdown className="chip-menu" aria-label={answer.change(part.text)}>
        <p className="quiet">{answer.otherwise}</p>
        <Alternatives
          part={part}
          onChange={(name) => {
            onAsk(withName(question, part, name))
          }}
        />
        <div className="card-actions">
          {isClear && first !== undefined && (
            <button
              type="button"
              className="action"
              onClick={() => {
                onOpen(first.id)
              }}
            >
              {answer.open}
            </button>
          )}
          {part.isFilter && (
            <button
              type="button"
              className="action"
              onClick={() => {
                onAsk(without(question, part))
              }}
            >
              {answer.remove}
            </button>
          )}
        </div>
      </Popover.Dropdown>
    </Popover>
  )
}

function FilterChip({
  filter,
  question,
  onAsk,
}: {
  filter: string
  question: string
  onAsk: Props['onAsk']
}) {
  const { answer } = useWords().text.pages
  const place = placeOf(question, filter)
  return (
    <span className="chip plain">
      <span>{filter}</span>
      {place !== null && (
        <button
          type="button"
          aria-label={answer.removeFilter(filter)}
          onClick={() => {
            onAsk(without(question, place))
          }}
        >
          ×
        </button>
      )}
    </span>
  )
}

/** How the question was read: its names and what narrows it, each of which can be changed; that asks again. */
export function ReadingChips({ question, interpretation, onAsk, onOpen }: Props) {
  const { answer } = useWords().text.pages
  const parts = namedParts(interpretation)
  const filters = otherFilters(interpretation)
  if (parts.length === 0 && filters.length === 0) return null
  return (
    <div className="chips" role="group" aria-label={answer.reading}>
      <span className="quiet">{answer.reading}</span>
      {parts.map((part) => (
        <NameChip key={part.start} part={part} question={question} onAsk={onAsk} onOpen={onOpen} />
      ))}
      {filters.map((filter) => (
        <FilterChip key={filter} filter={filter} question={question} onAsk={onAsk} />
      ))}
    </div>
  )
}
