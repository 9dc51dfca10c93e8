import type { ReactNode } from 'react'
import { type Heading, placeName, type Row } from '../sections.ts'
import type { Column } from '../state.ts'
import { useWords, type Words } from '../words.ts'
import { ChangeBadge } from './ChangeList.tsx'
import { followByKeyboard } from './detailsFocus.ts'
import { LabelMark } from './LabelMark.tsx'
import { PendingBadge, StageBadge } from './StageBadge.tsx'

/** What the name of the row alone leaves open: whom a tier-2 supplier supplies, or how two others are linked. */
function remark(heading: Heading, { relationship, toward }: Row, { text, typeName }: Words): string | null {
  if (heading.kind === 'TYPE') return null
  if (heading.kind === 'OTHER')
    return `${relationship.start.name} ${typeName(relationship.type)} ${relationship.end.name}`
  if (heading.tier === 1 && relationship.type === 'SUPPLIES') return null
  if (relationship.type !== 'SUPPLIES') return `${typeName(relationship.type)} ${relationship.end.name}`
  return heading.kind === 'UPSTREAM' ? text.table.supplies(toward.name) : text.table.suppliedBy(toward.name)
}

const NUMBERS: readonly Column[] = ['since', 'until', 'sources', 'confidence']

function cellOf(column: Column, { relationship, entity }: Row, { typeName }: Words): ReactNode {
  switch (column) {
    case 'name':
      return null
    case 'type':
      return typeName(relationship.type)
    case 'stage':
      return (
        <>
          <StageBadge stage={relationship.stage} />
          {relationship.pending && <PendingBadge />}
          <ChangeBadge relationship={relationship} />
        </>
      )
    case 'place':
      return placeName(entity, 'region')
    case 'park':
      return placeName(entity, 'park')
    case 'sources':
      return relationship.sourceCount
    case 'confidence':
      return `${String(Math.round(relationship.confidence * 100))}%`
    case 'product':
    case 'since':
    case 'until':
    case 'figure':
    case 'note':
      return relationship[column]
  }
}

interface Props {
  heading: Heading
  row: Row
  columns: readonly Column[]
  isSelected: boolean
  onSelect: (id: string) => void
}

/** One fact as a row of the table; choosing it opens its evidence. */
export function FactRow({ heading, row, columns, isSelected, onSelect }: Props) {
  const words = useWords()
  const { relationship, entity } = row
  const aside = remark(heading, row, words)
  const nothing = <span className="quiet">{words.text.table.nothing}</span>
  return (
    <tr
      className="fact"
      data-stage={relationship.stage}
      aria-current={isSelected ? 'true' : undefined}
      onClick={(event) => {
        onSelect(relationship.id)
        followByKeyboard(event)
      }}
    >
      <th scope="row">
        {/* The click reaches the row; the button is there for the keyboard. */}
        <button type="button" className="fact-name">
          <LabelMark label={entity.label} />
          <span>{entity.name}</span>
        </button>
        {aside !== null && <span className="fact-aside">{aside}</span>}
      </th>
      {columns
        .filter((column) => column !== 'name')
        .map((column) => {
          const cell = cellOf(column, row, words)
          return (
            <td key={column} className={NUMBERS.includes(column) ? 'number' : `cell-${column}`}>
              {cell === null || cell === '' ? nothing : cell}
            </td>
          )
        })}
    </tr>
  )
}
