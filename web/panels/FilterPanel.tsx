import { useDebouncedCallback } from '@mantine/hooks'
import { type ReactNode, useId, useState } from 'react'
import { type Filters, LONGEST_PRODUCT, NO_FILTERS, WHEREABOUTS } from '../filters.ts'
import { whereaboutsIn } from '../narrow.ts'
import type { Picture } from '../picture.ts'
import { useWords } from '../words.ts'
import { DateFilter } from './DateFilter.tsx'

/** Confidence comes as 0.6, 0.8 or 0.95 from tables; texts give values in between. */
const CONFIDENCES = [60, 80, 95]
const SOURCES = [2, 3, 5]
const DEBOUNCE = 400

interface Props {
  id: string
  filters: Filters
  /** Everything loaded: what can be picked from. */
  picture: Picture
  onFilter: (filters: Partial<Filters>) => void
}

interface Option {
  value: string
  name: string
}

function Field({ name, children }: { name: string; children: (id: string) => ReactNode }) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{name}</label>
      {children(id)}
    </div>
  )
}

function Choice({
  name,
  value,
  options,
  onPick,
}: {
  name: string
  value: string
  options: readonly Option[]
  onPick: (value: string) => void
}) {
  const { any } = useWords().text.filters
  return (
    <Field name={name}>
      {(id) => (
        <select
          id={id}
          value={value}
          onChange={(event) => {
            onPick(event.currentTarget.value)
          }}
        >
          <option value="">{any}</option>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.name}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

function ProductField({ product, onFilter }: { product: string; onFilter: Props['onFilter'] }) {
  const { filters: words } = useWords().text
  const [typed, setTyped] = useState(product)
  const [last, setLast] = useState(product)
  const commit = useDebouncedCallback((text: string) => {
    onFilter({ product: text.trim() })
  }, DEBOUNCE)
  // Changed from elsewhere, by undo or "clear".
  if (last !== product) {
    setLast(product)
    if (typed.trim() !== product) setTyped(product)
  }
  return (
    <Field name={words.product}>
      {(id) => (
        <input
          id={id}
          type="search"
          maxLength={LONGEST_PRODUCT}
          placeholder={words.productHint}
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value)
            commit(event.currentTarget.value)
          }}
        />
      )}
    </Field>
  )
}

/** A number of the filters with the steps it is chosen from; another one from an address is offered beside them. */
function steps(
  choices: readonly number[],
  value: number,
  none: number,
  name: (least: number) => string,
): Option[] {
  const all = value === none || choices.includes(value) ? choices : [...choices, value].sort((a, b) => a - b)
  return all.map((least) => ({ value: String(least), name: name(least) }))
}

/** What narrows the picture beyond the legend: product, places, evidence, and the day looked at. */
export function FilterPanel({ id, filters, picture, onFilter }: Props) {
  const { filters: words } = useWords().text
  const { confidence, sources } = filters
  return (
    <section id={id} className="filters" aria-label={words.title}>
      <ProductField product={filters.product} onFilter={onFilter} />
      {WHEREABOUTS.map((kind) => {
        const offers = whereaboutsIn(picture, kind)
        if (offers.length === 0 && filters[kind] === null) return null
        return (
          <Choice
            key={kind}
            name={words.whereabouts[kind]}
            value={filters[kind] ?? ''}
            options={offers.map(({ place, count }) => ({
              value: place.id,
              name: `${place.name} (${String(count)})`,
            }))}
            onPick={(value) => {
              onFilter({ [kind]: value === '' ? null : value })
            }}
          />
        )
      })}
      <Choice
        name={words.confidence}
        value={confidence === NO_FILTERS.confidence ? '' : String(confidence)}
        options={steps(CONFIDENCES, confidence, NO_FILTERS.confidence, words.percent)}
        onPick={(value) => {
          onFilter({ confidence: value === '' ? NO_FILTERS.confidence : Number(value) })
        }}
      />
      <Choice
        name={words.sources}
        value={sources === NO_FILTERS.sources ? '' : String(sources)}
        options={steps(SOURCES, sources, NO_FILTERS.sources, words.atLeast)}
        onPick={(value) => {
          onFilter({ sources: value === '' ? NO_FILTERS.sources : Number(value) })
        }}
      />
      <DateFilter filters={filters} picture={picture} onFilter={onFilter} />
    </section>
  )
}
