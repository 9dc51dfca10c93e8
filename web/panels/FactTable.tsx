import type { ReactNode } from 'react'
import type { Heading, Row, Section } from '../sections.ts'
import { sortRows, SYMMETRIC } from '../sections.ts'
import { type Sort, SORT_KEYS, type SortKey } from '../state.ts'
import { useWords, type Words } from '../words.ts'
import { ChangeBadge } from './ChangeList.tsx'
import { LabelMark } from './LabelMark.tsx'
import { PendingBadge } from './PendingBadge.tsx'
import { StageBadge } from './StageBadge.tsx'

interface Props {
  name: string
  sections: readonly Section[]
  sort: Sort | null
  selected: string | null
  onSort: (key: SortKey) => void
  onSelect: (id: string) => void
}

function headingText({ heading, entities }: Section, { text, typeName }: Words): ReactNode {
  switch (heading.kind) {
    case 'UPSTREAM':
      return text.table.upstream(heading.tier, entities)
    case 'DOWNSTREAM':
      return text.table.downstream(heading.tier, entities)
    case 'TYPE': {
      const direction = heading.incoming ? text.table.incoming : text.table.outgoing
      const arrow = SYMMETRIC.includes(heading.type) ? '↔' : heading.incoming ? '←' : '→'
      return (
        <>
          <span aria-hidden="true">{arrow} </span>
          {typeName(heading.type)} {entities}
          {arrow !== '↔' && <span className="unseen">{direction}</span>}
        </>
      )
    }
    case 'OTHER':
      return text.table.other(entities)
    case 'ANSWER':
      return text.pages.answer.answers(entities)
    case 'ASIDE':
      return text.pages.answer.aside
  }
}

/** What the name of the row alone leaves open: whom a tier-2 supplier supplies, or how two others are linked. */
function remark(
  heading: Heading,
  { relationship, entity, toward }: Row,
  { text, typeName }: Words,
): string | null {
  if (heading.kind === 'TYPE') return null
  if (heading.kind === 'ANSWER')
    return relationship.start === entity
      ? `${typeName(relationship.type)} ${toward.name}`
      : `${toward.name} ${typeName(relationship.type)}`
  if (!('tier' in heading))
    return `${relationship.start.name} ${typeName(relationship.type)} ${relationship.end.name}`
  if (heading.tier === 1 && relationship.type === 'SUPPLIES') return null
  if (relationship.type !== 'SUPPLIES') return `${typeName(relationship.type)} ${relationship.end.name}`
  return heading.kind === 'UPSTREAM' ? text.table.supplies(toward.name) : text.table.suppliedBy(toward.name)
}

function Line({
  heading,
  row,
  hasProducts,
  isSelected,
  onSelect,
}: {
  heading: Heading
  row: Row
  hasProducts: boolean
  isSelected: boolean
  onSelect: (id: string) => void
}) {
  const words = useWords()
  const { relationship, entity } = row
  const aside = remark(heading, row, words)
  const { nothing } = words.text.table
  return (
    <tr
      className="fact"
      data-stage={relationship.stage}
      aria-current={isSelected ? 'true' : undefined}
      onClick={() => {
        onSelect(relationship.id)
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
      {hasProducts && (
        <td className="product">{relationship.product ?? <span className="quiet">{nothing}</span>}</td>
      )}
      <td>
        <StageBadge stage={relationship.stage} />
        {relationship.pending && <PendingBadge />}
        <ChangeBadge relationship={relationship} />
      </td>
      <td className="number">{relationship.since ?? <span className="quiet">{nothing}</span>}</td>
      <td className="number">{relationship.sourceCount}</td>
      <td className="number">{Math.round(relationship.confidence * 100)}%</td>
    </tr>
  )
}

/** The same relationships as the graph, as a table: by tier or type, each row one fact; its text twin. */
export function FactTable({ name, sections, sort, selected, onSort, onSelect }: Props) {
  const words = useWords()
  const { table } = words.text
  const hasProducts = sections.some(({ rows }) =>
    rows.some(({ relationship }) => relationship.product !== null),
  )
  const columns = SORT_KEYS.filter((key) => hasProducts || key !== 'product')
  const ariaSort = (key: SortKey) =>
    sort?.key !== key ? 'none' : sort.descending ? 'descending' : 'ascending'
  return (
    <table className="facts">
      <caption className="unseen">{table.caption(name)}</caption>
      <thead>
        <tr>
          {columns.map((key) => (
            <th key={key} scope="col" aria-sort={ariaSort(key)}>
              <button
                type="button"
                onClick={() => {
                  onSort(key)
                }}
              >
                {table.columns[key]}
                <span className="arrow" aria-hidden="true" />
              </button>
            </th>
          ))}
        </tr>
      </thead>
      {sections.map((section) => (
        <tbody key={section.key}>
          <tr className="section">
            <th scope="rowgroup" colSpan={columns.length}>
              {headingText(section, words)}
            </th>
          </tr>
          {sortRows(section.rows, sort).map((row) => (
            <Line
              key={row.relationship.id}
              heading={section.heading}
              row={row}
              hasProducts={hasProducts}
              isSelected={row.relationship.id === selected}
              onSelect={onSelect}
            />
          ))}
        </tbody>
      ))}
    </table>
  )
}
