import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import type { Grouping } from '../grouping.ts'
import { outlineOf } from '../outline.ts'
import type { Actions } from '../pages/actions.ts'
import { sentenceOf } from '../sentence.ts'
import { useWords } from '../words.ts'
import { LabelMark } from './LabelMark.tsx'

interface Props {
  id: string
  grouping: Grouping
  selected: string | null
  groupName: (key: string) => string
  actions: Actions
}

/** Entities listed at once; more come when asked for. */
const PAGE = 100
const STEPS: Partial<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 }

/** The items of the outline in their order on screen. */
function itemsOf(list: HTMLElement): HTMLElement[] {
  return [...list.querySelectorAll<HTMLElement>('[data-item]')]
}

/** Arrows go from item to item, Home and End to the first and last. */
function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const items = itemsOf(event.currentTarget)
  const at = items.findIndex((item) => item === document.activeElement)
  const step = STEPS[event.key]
  const next =
    step !== undefined
      ? items[at + step]
      : event.key === 'Home'
        ? items[0]
        : event.key === 'End'
          ? items.at(-1)
          : undefined
  if (next === undefined) return
  event.preventDefault()
  next.focus()
}

/** The drawing in words. What has the focus is selected in the graph; what is selected in the graph is shown here. */
export function Outline({ id, grouping, selected, groupName, actions }: Props) {
  const words = useWords()
  const { text, labelName } = words
  const list = useRef<HTMLUListElement>(null)
  const [limit, setLimit] = useState(PAGE)
  const entries = useMemo(() => outlineOf(grouping), [grouping])
  useEffect(() => {
    if (list.current === null || selected === null) return
    const item = itemsOf(list.current).find(({ dataset }) => dataset['item'] === selected)
    item?.scrollIntoView({ block: 'nearest' })
    if (list.current.contains(document.activeElement)) item?.focus()
  }, [selected])
  const items = entries
    .slice(0, limit)
    .flatMap((entry) => [entry.entity.id, ...entry.relationships.map((relationship) => relationship.id)])
  // One stop of the tabulator for the whole list.
  const stop = selected !== null && items.includes(selected) ? selected : items[0]
  const itemProps = (item: string) => ({
    'data-item': item,
    tabIndex: item === stop ? 0 : -1,
    'aria-current': item === selected ? ('true' as const) : undefined,
    onFocus: () => {
      if (item !== selected) actions.onSelect(item)
    },
    onClick: () => {
      actions.onSelect(item)
    },
  })
  return (
    <section id={id} className="outline" aria-label={text.outline.title}>
      <p className="quiet">{text.outline.hint}</p>
      <ul ref={list} onKeyDown={moveFocus}>
        {entries.slice(0, limit).map(({ entity, relationships, groups }) => (
          <li key={entity.id}>
            <button type="button" className="outline-entity" {...itemProps(entity.id)}>
              <LabelMark label={entity.label} />
              <b>{entity.name}</b>{' '}
              <span className="quiet">
                {text.outline.entity(labelName(entity.label), relationships.length)}
              </span>
            </button>
            {(relationships.length > 0 || groups.length > 0) && (
              <ul>
                {relationships.map((relationship) => (
                  <li key={relationship.id}>
                    <button type="button" {...itemProps(relationship.id)}>
                      {sentenceOf(relationship, words)}
                    </button>
                  </li>
                ))}
                {groups.map(({ key }) => (
                  <li key={key}>
                    <button
                      type="button"
                      className="action"
                      onClick={() => {
                        actions.onOpenGroup(key)
                      }}
                    >
                      {groupName(key)}
                    </button>
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
      {entries.length > limit && (
        <button
          type="button"
          className="action"
          onClick={() => {
            setLimit(limit + PAGE)
          }}
        >
          {text.outline.more(Math.min(PAGE, entries.length - limit))}
        </button>
      )}
    </section>
  )
}
