import { useId, useMemo } from 'react'
import type { Filters } from '../filters.ts'
import type { Picture } from '../picture.ts'
import { datesIn, endDay } from '../time.ts'
import { useWords } from '../words.ts'

interface Props {
  filters: Filters
  /** Everything loaded, whenever it held. */
  picture: Picture
  onFilter: (filters: Partial<Filters>) => void
}

function Slider({
  name,
  stops,
  value,
  valueText,
  onMove,
}: {
  name: string
  stops: number
  value: number
  valueText: string
  onMove: (stop: number) => void
}) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>
        {name} <b>{valueText}</b>
      </label>
      <input
        id={id}
        type="range"
        min={0}
        max={Math.max(stops - 1, 0)}
        step={1}
        value={value}
        aria-valuetext={valueText}
        onChange={(event) => {
          onMove(Number(event.currentTarget.value))
        }}
      />
    </div>
  )
}

/** The last of the dates that is not after this one; the first where all are. */
function stopOf(dates: readonly string[], date: string): number {
  return Math.max(
    dates.findLastIndex((stop) => endDay(stop) <= endDay(date)),
    0,
  )
}

/** A slider over the dates that evidence in view states, and now; another one for an earlier day to compare with. */
export function DateFilter({ filters, picture, onFilter }: Props) {
  const { filters: words } = useWords().text
  const dates = useMemo(() => datesIn(picture.relationships), [picture])
  const { asOf, before } = filters
  if (dates.length === 0) return <p className="quiet">{words.noDates}</p>
  const stop = asOf === null ? dates.length : stopOf(dates, asOf)
  return (
    <>
      <Slider
        name={words.asOf}
        stops={dates.length + 1}
        value={stop}
        valueText={asOf ?? words.now}
        onMove={(next) => {
          const date = dates[next] ?? null
          const isAfter = before === null || date === null || endDay(before) <= endDay(date)
          onFilter({ asOf: date, before: isAfter ? before : date })
        }}
      />
      <label className="check">
        <input
          type="checkbox"
          checked={before !== null}
          onChange={(event) => {
            onFilter({ before: event.currentTarget.checked ? (dates[Math.max(stop - 1, 0)] ?? null) : null })
          }}
        />
        {words.compare}
      </label>
      {before !== null && (
        <Slider
          name={words.before}
          stops={Math.min(stop + 1, dates.length)}
          value={Math.min(stopOf(dates, before), stop)}
          valueText={before}
          onMove={(next) => {
            onFilter({ before: dates[next] ?? null })
          }}
        />
      )}
    </>
  )
}
