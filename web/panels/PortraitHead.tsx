import type { ReactNode } from 'react'
import { ViewLink } from '../navigation.tsx'
import type { Portrait } from '../portrait/portrait.ts'
import type { Portrayed } from '../portrait/portrayed.ts'
import { openEntity } from '../state.ts'
import { portraitText } from '../text/portrait.ts'
import { useWords } from '../words.ts'
import { LabelMark } from './LabelMark.tsx'

interface Props {
  portrait: Portrait
  label: Portrayed
  /** What can be done with the page. */
  children: ReactNode
}

/** Who the page is about: every name, code, place and remark. */
export function PortraitHead({ portrait, label, children }: Props) {
  const { text, language } = useWords()
  const { card } = text
  const { id, name, aliases, englishName, code, region, description } = portrait
  const names = [...aliases, ...(englishName === null || aliases.includes(englishName) ? [] : [englishName])]
  const rows: [string, ReactNode][] = [
    [card.aliases, names.join('、')],
    [card.code, code ?? ''],
    [
      card.region,
      region === null ? '' : <ViewLink to={(view) => openEntity(view, region.id)}>{region.name}</ViewLink>,
    ],
    [card.description, description ?? ''],
  ]
  return (
    <header className="portrait-head">
      <div className="entity-title">
        <h1>{name}</h1>
        <span className="tag">
          <LabelMark label={label} /> {text.pages.portraits[label]}
        </span>
        <div className="hand-on">
          <ViewLink to={(view) => openEntity(view, id)}>{portraitText(language).graph}</ViewLink>
          {children}
        </div>
      </div>
      <dl className="portrait-facts">
        {rows.map(([title, value]) =>
          value === '' ? null : (
            <div key={title}>
              <dt>{title}</dt>
              <dd>{value}</dd>
            </div>
          ),
        )}
      </dl>
    </header>
  )
}
