import { useState } from 'react'
import { ViewLink } from '../navigation.tsx'
import type { Part, PartFact } from '../portrait/parts.ts'
import { openPage } from '../portrait/open.ts'
import { portraitText } from '../text/portrait.ts'
import { useWords } from '../words.ts'
import { followByKeyboard } from './detailsFocus.ts'
import { LabelMark } from './LabelMark.tsx'
import { FactStage, PendingBadge } from './StageBadge.tsx'

/** Lines shown before the rest is asked for. */
const FIRST = 8

interface Props {
  part: Part
  selected: string | null
  onSelect: (id: string) => void
}

function Line({
  fact: { relationship, entity },
  isMixed,
  selected,
  onSelect,
}: Pick<Props, 'selected' | 'onSelect'> & { fact: PartFact; isMixed: boolean }) {
  const { text, language, typeName } = useWords()
  const { id, type, product, stage, pending, since, figure, note, sourceCount } = relationship
  const words = portraitText(language)
  const asides = [isMixed ? typeName(type) : null, product, figure, note].filter(
    (part) => part !== null && part !== '',
  )
  return (
    <li className="portrait-fact" data-stage={stage}>
      <button
        type="button"
        className="portrait-pick"
        aria-pressed={selected === id}
        onClick={(event) => {
          onSelect(id)
          followByKeyboard(event)
        }}
      >
        <LabelMark label={entity.label} />
        <span className="portrait-name">
          {entity.name}
          {asides.length > 0 && (
            <span className="quiet"> {asides.join(language === 'en' ? '; ' : '；')}</span>
          )}
        </span>
        <span className="portrait-tags">
          <FactStage type={type} stage={stage} />
          {pending && <PendingBadge />}
          {since !== null && <span className="quiet">{since}</span>}
          <span className="quiet">{text.evidence.count(sourceCount)}</span>
        </span>
      </button>
      <ViewLink
        className="portrait-open"
        label={words.open(entity.name)}
        to={(view) => openPage(view, entity)}
      >
        →
      </ViewLink>
    </li>
  )
}

/** Facts of one sort, each opening its evidence. */
export function FactList({ part: { key, facts }, selected, onSelect }: Props) {
  const { language } = useWords()
  const words = portraitText(language)
  const [isWhole, setWhole] = useState(false)
  // Where facts of several types stand together, each says which it is.
  const isMixed = new Set(facts.map(({ relationship }) => relationship.type)).size > 1
  const shown = isWhole ? facts : facts.slice(0, FIRST)
  return (
    <section className="portrait-part">
      <h2>
        {words.parts[key]} <span className="quiet">{facts.length}</span>
      </h2>
      <ul>
        {shown.map((fact) => (
          <Line
            key={fact.relationship.id}
            fact={fact}
            isMixed={isMixed}
            selected={selected}
            onSelect={onSelect}
          />
        ))}
      </ul>
      {facts.length > FIRST && (
        <button
          type="button"
          className="action"
          aria-expanded={isWhole}
          onClick={() => {
            setWhole(!isWhole)
          }}
        >
          {isWhole ? words.less : words.more(facts.length - FIRST)}
        </button>
      )}
    </section>
  )
}
