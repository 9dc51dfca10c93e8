import { Combobox, Loader, TextInput, useCombobox } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { type KeyboardEvent, useEffect, useState } from 'react'
import type { Mention, SearchHit } from '../answers.ts'
import { useSearch } from '../api.ts'
import { LONGEST_QUESTION } from '../target.ts'
import { useWords } from '../words.ts'
import { LabelMark } from './LabelMark.tsx'

const DEBOUNCE = 150
/** Longer texts are questions; names to suggest for them are not looked for. */
const LONGEST_NAME = 60
/** The value of the option that asks; ids of entities are hexadecimal. */
const ASK = 'ask'

interface Props {
  onPick: (id: string, entity: Mention) => void
  /** Asks the text as a question; without it, the box takes names only. */
  onAsk?: (question: string) => void
  /** What stands in the box at first. */
  initial?: string
  isLarge?: boolean
  /** Its name, where it isn't the search of the page. */
  label?: string
}

function Option({ hit }: { hit: SearchHit }) {
  const { text, labelName } = useWords()
  const { entity, matched, reason } = hit
  return (
    <Combobox.Option value={entity.id} className="hit">
      <LabelMark label={entity.label} />
      <span className="hit-name">{entity.name}</span>
      <span className="hit-reason">
        {matched !== entity.name && `${text.search.reasons[reason]} ${matched} · `}
        {labelName(entity.label)}
      </span>
    </Combobox.Option>
  )
}

/**
 * The one box: suggestions while typing, arrows to choose, Enter to open what is chosen. With nothing chosen, Enter opens
 * what has exactly this name and asks any other text as a question; a box for names opens the first suggestion.
 */
export function SearchBox({ onPick, onAsk, initial = '', isLarge = false, label }: Props) {
  const { text } = useWords()
  const name = label ?? text.search.label
  const [typed, setTyped] = useState(initial)
  const [settled] = useDebouncedValue(typed.trim(), DEBOUNCE)
  const wanted = settled === initial || settled.length > LONGEST_NAME ? '' : settled
  const combobox = useCombobox({
    onDropdownClose: () => {
      combobox.resetSelectedOption()
    },
  })
  const { data, loading, problem } = useSearch(wanted)
  const isCurrent = wanted === typed.trim() && wanted !== '' && !loading
  const hits = isCurrent ? (data?.search ?? []) : []
  // Until the names are there nothing is offered, so that what the arrows choose does not change under them.
  const isLooking = !isCurrent && problem === undefined && typed.trim().length <= LONGEST_NAME
  // Two entities of one name are a question.
  const [named, ...namesakes] = hits.filter(({ matched }) => matched === typed.trim())

  const nothing =
    problem !== undefined && problem.kind !== 'NOT_FOUND'
      ? text.states.problems[problem.kind].title
      : isCurrent
        ? text.search.nothing(wanted)
        : text.search.loading

  // The list changed under the cursor: what was highlighted may be gone.
  const { resetSelectedOption } = combobox
  useEffect(() => {
    resetSelectedOption()
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the function is new with every render of Mantine's hook
  }, [data])

  const ask = (): void => {
    const question = typed.trim()
    if (question === '') return
    combobox.closeDropdown()
    onAsk?.(question)
  }
  const pick = (id: string): void => {
    if (id === ASK) {
      ask()
      return
    }
    const hit = hits.find(({ entity }) => entity.id === id)
    if (hit === undefined) return
    combobox.closeDropdown()
    setTyped('')
    onPick(id, hit.entity)
  }
  const enter = (event: KeyboardEvent): void => {
    // While Chinese is being composed, Enter belongs to the input method.
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
    if (onAsk !== undefined) {
      if (combobox.getSelectedOptionIndex() !== -1) return
      if (named !== undefined && namesakes.length === 0) pick(named.entity.id)
      else ask()
      return
    }
    const first = hits[0]
    if (first !== undefined && combobox.getSelectedOptionIndex() === -1) pick(first.entity.id)
  }
  return (
    <Combobox
      store={combobox}
      onOptionSubmit={pick}
      withinPortal={false}
      shadow="md"
      transitionProps={{ duration: 0 }}
    >
      <Combobox.Target withExpandedAttribute>
        <TextInput
          className={isLarge ? 'search large' : 'search'}
          size={isLarge ? 'lg' : 'sm'}
          aria-label={name}
          placeholder={onAsk === undefined ? text.search.namePlaceholder : text.search.placeholder}
          maxLength={onAsk === undefined ? LONGEST_NAME : LONGEST_QUESTION}
          value={typed}
          rightSection={
            wanted !== '' && loading ? <Loader size="xs" aria-label={text.search.loading} /> : null
          }
          onChange={(event) => {
            setTyped(event.currentTarget.value)
            combobox.openDropdown()
          }}
          onFocus={() => {
            combobox.openDropdown()
          }}
          onBlur={() => {
            combobox.closeDropdown()
          }}
          onKeyDown={enter}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={typed.trim() === ''}>
        <Combobox.Options aria-label={name}>
          {hits.map((hit) => (
            <Option key={hit.entity.id} hit={hit} />
          ))}
          {hits.length === 0 && wanted !== '' && <Combobox.Empty>{nothing}</Combobox.Empty>}
          {onAsk !== undefined && !isLooking && (
            <Combobox.Option value={ASK} className="hit ask">
              <span className="hit-name">{text.search.ask(typed.trim())}</span>
            </Combobox.Option>
          )}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}
