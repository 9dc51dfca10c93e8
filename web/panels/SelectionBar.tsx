import type { Mention } from '../answers.ts'
import type { Actions } from '../pages/actions.ts'
import type { Scene } from '../pages/scene.ts'
import { useWords } from '../words.ts'
import type { Work } from '../work.ts'
import { LabelMark } from './LabelMark.tsx'

interface Props {
  work: Work
  scene: Scene
  root: string
  actions: Actions
}

/** Entities linked with each of those whose common neighbours were asked for. */
function commonOf({ picture }: Scene, ids: readonly string[]): Mention[] {
  return [...picture.entities.values()].filter(
    ({ id }) =>
      !ids.includes(id) &&
      ids.every((other) =>
        picture.relationships.some(
          ({ start, end }) => (start.id === id && end.id === other) || (start.id === other && end.id === id),
        ),
      ),
  )
}

/** What can be done with the entities that were selected together, and what links them. */
export function SelectionBar({ work, scene, root, actions }: Props) {
  const { text } = useWords()
  const { tools } = text
  const { marked, common, removed } = work
  const names = marked.flatMap((id) => scene.picture.entities.get(id) ?? [])
  const found = common.length === 0 ? [] : commonOf(scene, common)
  if (marked.length === 0 && common.length === 0 && removed.length === 0) return null
  return (
    <section className="selection" aria-label={tools.marked(marked.length)}>
      {marked.length > 0 && (
        <p>
          <b>{tools.marked(marked.length)}</b>
          {names.map(({ id, label, name }) => (
            <button
              key={id}
              type="button"
              className="mention"
              onClick={() => {
                actions.onSelect(id)
              }}
            >
              <LabelMark label={label} />
              <span>{name}</span>
            </button>
          ))}
        </p>
      )}
      {marked.length > 1 && (
        <button
          type="button"
          className="action"
          onClick={() => {
            actions.onCommon(marked)
          }}
        >
          {tools.common}
        </button>
      )}
      {marked.length > 0 && (
        <>
          <button
            type="button"
            className="action"
            onClick={() => {
              actions.onRemove(marked.filter((id) => id !== root))
            }}
          >
            {tools.remove}
          </button>
          <button type="button" className="action" onClick={actions.onUnmark}>
            {tools.unmark}
          </button>
        </>
      )}
      {common.length > 0 && !scene.isLoading && (
        <p role="status">
          <b>{found.length === 0 ? tools.noCommon : tools.commonFound(found.length)}</b>
          {found.map(({ id, label, name }) => (
            <button
              key={id}
              type="button"
              className="mention"
              onClick={() => {
                actions.onSelect(id)
              }}
            >
              <LabelMark label={label} />
              <span>{name}</span>
            </button>
          ))}
          <button
            type="button"
            className="action"
            onClick={() => {
              actions.onCommon([])
            }}
          >
            {tools.clearCommon}
          </button>
        </p>
      )}
      {removed.length > 0 && (
        <button type="button" className="action" onClick={actions.onRestore}>
          {tools.restore(removed.length)}
        </button>
      )}
    </section>
  )
}
