import { useState } from 'react'
import type { Mention, Path } from '../answers.ts'
import type { Actions } from '../pages/actions.ts'
import { useWords, type Words } from '../words.ts'
import { DEFAULT_PATH, MAX_PATH, type PathRequest } from '../work.ts'
import { SearchBox } from './SearchBox.tsx'

interface Props {
  id: string
  root: Mention
  request: PathRequest | null
  /** Undefined until they are here. */
  paths: readonly Path[] | undefined
  nameOf: (id: string) => string | undefined
  actions: Actions
}

/** A path as a sentence: every step said in the direction of its relationship. */
function sentenceOf({ entities, relationships }: Path, { typeName, language }: Words): string {
  const names = new Map(entities.map(({ id, name }) => [id, name]))
  const steps = relationships.map(({ type, start, end, product }) =>
    [names.get(start.id), typeName(type), names.get(end.id), product].filter(Boolean).join(' '),
  )
  return steps.join(language === 'en' ? '; ' : '；')
}

function End({ name, value, onPick }: { name: string; value: string; onPick: (mention: Mention) => void }) {
  return (
    <div className="field path-end">
      <span>
        {name} <b>{value}</b>
      </span>
      <SearchBox
        label={name}
        onPick={(_, entity) => {
          onPick(entity)
        }}
      />
    </div>
  )
}

/** The shortest ways between two entities: two boxes, a bound, one button, and every way as a sentence. */
export function PathFinder({ id, root, request, paths, nameOf, actions }: Props) {
  const words = useWords()
  const { paths: text } = words.text
  const known = (end: string): Mention | null => {
    const name = nameOf(end)
    return name === undefined ? null : { ...root, id: end, name }
  }
  const [from, setFrom] = useState<Mention | null>(request === null ? root : known(request.from))
  const [to, setTo] = useState<Mention | null>(request === null ? null : known(request.to))
  const [maxLength, setMaxLength] = useState(request?.maxLength ?? DEFAULT_PATH)
  const start = from ?? (request === null ? null : known(request.from))
  const end = to ?? (request === null ? null : known(request.to))
  const isSame = start !== null && start.id === end?.id
  return (
    <section id={id} className="filters paths" aria-label={text.title}>
      <End name={text.from} value={start?.name ?? ''} onPick={setFrom} />
      <End name={text.to} value={end?.name ?? ''} onPick={setTo} />
      <div className="field">
        <label htmlFor={`${id} length`}>{text.maxLength}</label>
        <select
          id={`${id} length`}
          value={maxLength}
          onChange={(event) => {
            setMaxLength(Number(event.currentTarget.value))
          }}
        >
          {Array.from({ length: MAX_PATH }, (_, index) => (
            <option key={index} value={index + 1}>
              {text.steps(index + 1)}
            </option>
          ))}
        </select>
      </div>
      <button
        type="button"
        className="action strong"
        disabled={start === null || end === null || isSame}
        onClick={() => {
          if (start !== null && end !== null) actions.onPath({ from: start.id, to: end.id, maxLength })
        }}
      >
        {text.find}
      </button>
      {request !== null && (
        <button
          type="button"
          className="action"
          onClick={() => {
            actions.onPath(null)
          }}
        >
          {text.clear}
        </button>
      )}
      <div className="path-list" role="status">
        {isSame && <p className="quiet">{text.same}</p>}
        {request !== null && paths !== undefined && (
          <>
            <p>
              <b>{paths.length === 0 ? text.none(request.maxLength) : text.found(paths.length)}</b>
            </p>
            <ol>
              {paths.map((path) => (
                <li key={path.relationships.map((step) => step.id).join(' ')}>
                  {path.relationships[0] !== undefined && (
                    <button
                      type="button"
                      className="mention"
                      onClick={() => {
                        actions.onSelect(path.relationships[0]?.id ?? null)
                      }}
                    >
                      {sentenceOf(path, words)}
                    </button>
                  )}
                </li>
              ))}
            </ol>
          </>
        )}
      </div>
    </section>
  )
}
