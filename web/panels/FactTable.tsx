import { type ReactNode, useState } from 'react'
import { findRows, type Row, type Section, sortRows, SYMMETRIC } from '../sections.ts'
import type { Column, Sort } from '../state.ts'
import { useWords, type Words } from '../words.ts'
import { FactRow } from './FactRow.tsx'
import { TableTools } from './TableTools.tsx'

interface Props {
  name: string
  sections: readonly Section[]
  sort: Sort | null
  columns: readonly Column[]
  find: string
  selected: string | null
  onSort: (key: Column) => void
  onFind: (text: string) => void
  onToggleColumn: (column: Column) => void
  onSelect: (id: string) => void
}

/** Rows of a section on one page. */
const PAGE = 50

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
  }
}

function Pager({ page, rows, onPage }: { page: number; rows: number; onPage: (page: number) => void }) {
  const { table } = useWords().text
  const last = Math.min((page + 1) * PAGE, rows)
  return (
    <div className="pager">
      <button
        type="button"
        className="action"
        disabled={page === 0}
        onClick={() => {
          onPage(page - 1)
        }}
      >
        {table.previous}
      </button>
      <span role="status">{table.page(page * PAGE + 1, last, rows)}</span>
      <button
        type="button"
        className="action"
        disabled={last === rows}
        onClick={() => {
          onPage(page + 1)
        }}
      >
        {table.next}
      </button>
    </div>
  )
}

interface BodyProps {
  section: Section
  rows: readonly Row[]
  columns: readonly Column[]
  selected: string | null
  onSelect: (id: string) => void
}

/** One tier or type; it turns to the page of the row that is selected elsewhere. */
function Body({ section, rows, columns, selected, onSelect }: BodyProps) {
  const words = useWords()
  const [page, setPage] = useState(0)
  const [followed, setFollowed] = useState<string | null>(null)
  const index = rows.findIndex(({ relationship }) => relationship.id === selected)
  if (selected !== followed) {
    setFollowed(selected)
    if (index >= 0) setPage(Math.floor(index / PAGE))
  }
  const shown = Math.min(page, Math.max(Math.ceil(rows.length / PAGE) - 1, 0))
  return (
    <tbody>
      <tr className="section">
        <th scope="rowgroup" colSpan={columns.length}>
          {headingText(section, words)}
        </th>
      </tr>
      {rows.slice(shown * PAGE, (shown + 1) * PAGE).map((row) => (
        <FactRow
          key={row.relationship.id}
          heading={section.heading}
          row={row}
          columns={columns}
          isSelected={row.relationship.id === selected}
          onSelect={onSelect}
        />
      ))}
      {rows.length > PAGE && (
        <tr>
          <td colSpan={columns.length}>
            <Pager page={shown} rows={rows.length} onPage={setPage} />
          </td>
        </tr>
      )}
    </tbody>
  )
}

/** The same relationships as the graph, as a table: by tier or type, each row one fact. */
export function FactTable(props: Props) {
  const { name, sections, sort, find, selected, onSort, onSelect } = props
  const { table } = useWords().text
  const hasProducts = sections.some(({ rows }) =>
    rows.some(({ relationship }) => relationship.product !== null),
  )
  const columns = props.columns.filter((column) => hasProducts || column !== 'product')
  const ariaSort = (key: Column) =>
    sort?.key !== key ? 'none' : sort.descending ? 'descending' : 'ascending'
  const found = sections
    .map((section) => ({ section, rows: sortRows(findRows(section.rows, find), sort) }))
    .filter(({ rows }) => rows.length > 0)
  return (
    <>
      <TableTools
        find={find}
        found={found.reduce((sum, { rows }) => sum + rows.length, 0)}
        all={sections.reduce((sum, { rows }) => sum + rows.length, 0)}
        columns={props.columns}
        onFind={props.onFind}
        onToggle={props.onToggleColumn}
      />
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
        {found.map(({ section, rows }) => (
          <Body
            key={section.key}
            section={section}
            rows={rows}
            columns={columns}
            selected={selected}
            onSelect={onSelect}
          />
        ))}
      </table>
    </>
  )
}
