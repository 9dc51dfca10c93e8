import { useId } from 'react'
import { type Column, COLUMNS, LONGEST_FIND } from '../state.ts'
import { useWords } from '../words.ts'

interface Props {
  find: string
  found: number
  all: number
  columns: readonly Column[]
  onFind: (text: string) => void
  onToggle: (column: Column) => void
}

/** Above the table: a box that finds rows, and which columns to show. */
export function TableTools({ find, found, all, columns, onFind, onToggle }: Props) {
  const { table } = useWords().text
  const id = useId()
  return (
    <div className="table-tools">
      <label className="unseen" htmlFor={id}>
        {table.find}
      </label>
      <input
        id={id}
        type="search"
        value={find}
        maxLength={LONGEST_FIND}
        placeholder={table.find}
        onChange={(event) => {
          onFind(event.currentTarget.value)
        }}
      />
      <span className="quiet" role="status">
        {table.found(found, all)}
      </span>
      <details className="columns-menu">
        <summary className="action">{table.choose}</summary>
        <div role="group" aria-label={table.choose}>
          {COLUMNS.filter((column) => column !== 'name').map((column) => (
            <label key={column} className="check">
              <input
                type="checkbox"
                checked={columns.includes(column)}
                onChange={() => {
                  onToggle(column)
                }}
              />
              {table.columns[column]}
            </label>
          ))}
        </div>
      </details>
    </div>
  )
}
