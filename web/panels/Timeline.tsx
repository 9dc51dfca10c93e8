import { useState } from 'react'
import type { Relationship } from '../answers.ts'
import { eventsOf, type TimelineEvent } from '../portrait/events.ts'
import { endsInOrder } from '../sentence.ts'
import { portraitText } from '../text/portrait.ts'
import { useWords } from '../words.ts'
import { followByKeyboard } from './detailsFocus.ts'
import { FactStage, PendingBadge } from './StageBadge.tsx'

/** Events shown before the rest is asked for. */
const FIRST = 12

interface Props {
  relationships: readonly Relationship[]
  selected: string | null
  onSelect: (id: string) => void
}

function Line({
  event: { date, stage, pending, relationship },
  selected,
  onSelect,
}: Pick<Props, 'selected' | 'onSelect'> & { event: TimelineEvent }) {
  const { typeName, language } = useWords()
  const { id, type, product } = relationship
  const [first, last] = endsInOrder(relationship, language)
  return (
    <li>
      <button
        type="button"
        className="portrait-pick"
        aria-pressed={selected === id}
        onClick={(event) => {
          onSelect(id)
          followByKeyboard(event)
        }}
      >
        <time dateTime={date}>{date}</time>
        <span className="portrait-name">
          {first.name} <span className="quiet">{typeName(type)}</span> {last.name}
          {product !== null && product !== '' && <span className="quiet"> {product}</span>}
        </span>
        <span className="portrait-tags">
          <FactStage type={type} stage={stage} />
          {pending && <PendingBadge />}
        </span>
      </button>
    </li>
  )
}

/** What happened when, as the sources date it; each line opens its evidence. */
export function Timeline({ relationships, selected, onSelect }: Props) {
  const { language } = useWords()
  const words = portraitText(language)
  const [isWhole, setWhole] = useState(false)
  const events = eventsOf(relationships)
  const shown = isWhole ? events : events.slice(0, FIRST)
  return (
    <section className="portrait-part">
      <h2>
        {words.timeline} <span className="quiet">{events.length}</span>
      </h2>
      <p className="quiet">{events.length === 0 ? words.noDates : words.timelineHint}</p>
      <ol className="timeline">
        {shown.map((event) => (
          <Line key={event.key} event={event} selected={selected} onSelect={onSelect} />
        ))}
      </ol>
      {events.length > FIRST && (
        <button
          type="button"
          className="action"
          aria-expanded={isWhole}
          onClick={() => {
            setWhole(!isWhole)
          }}
        >
          {isWhole ? words.less : words.more(events.length - FIRST)}
        </button>
      )}
    </section>
  )
}
