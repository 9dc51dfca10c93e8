import { useMemo } from 'react'
import type { Go } from '../address.ts'
import type { Profile } from '../answers.ts'
import type { Loaded } from '../api.ts'
import type { Elements } from '../elements.ts'
import type { Drawn } from '../export/drawn.ts'
import { ChangeList } from '../panels/ChangeList.tsx'
import { FactTable } from '../panels/FactTable.tsx'
import { GraphPanel } from '../panels/GraphPanel.tsx'
import { NodeMenu } from '../panels/NodeMenu.tsx'
import { Outline } from '../panels/Outline.tsx'
import { SidePanel } from '../panels/SidePanel.tsx'
import { sortBy, toggleColumn, type View } from '../state.ts'
import { useWords } from '../words.ts'
import type { Actions } from './actions.ts'
import type { Scene } from './scene.ts'

/** The id of the column with the table. */
export const TABLE = 'table'

interface Props {
  view: View
  go: Go
  scene: Scene
  profile: Profile
  /** Of the selected entity. */
  card: Loaded<{ entity: Profile | null }>
  actions: Actions
  hasFacts: boolean
  /** The id of the outline while it stands in place of the graph. */
  outline: string | null
  onDrawn: (elements: Elements, drawn: Drawn | null) => void
}

function TableColumn({ view, go, scene, profile, actions, hasFacts }: Props) {
  const { text } = useWords()
  return (
    <div id={TABLE} className="table-column" tabIndex={-1}>
      <ChangeList filters={view.filters} visible={scene.visible} onSelect={actions.onSelect} />
      {hasFacts && scene.sections.length === 0 && <p className="notice">{text.table.allHidden}</p>}
      {scene.sections.length > 0 && (
        <FactTable
          name={profile.name}
          sections={scene.sections}
          sort={view.sort}
          columns={view.columns}
          find={view.find}
          selected={view.selected}
          onSort={(key) => {
            go(sortBy(view, key), 'replace')
          }}
          onFind={(find) => {
            go({ ...view, find }, 'replace')
          }}
          onToggleColumn={(column) => {
            go(toggleColumn(view, column), 'replace')
          }}
          onSelect={actions.onSelect}
        />
      )}
    </div>
  )
}

/** Side by side the table, the graph or its outline, and the card or evidence of what is selected. */
export function EntityColumns(props: Props) {
  const { view, scene, profile, card, actions, outline, onDrawn } = props
  const { text } = useWords()
  const { entities, relationships } = scene.visible
  const summary = useMemo(
    () => text.graph.summary(profile.name, entities.size, relationships.length),
    [text, profile.name, entities, relationships],
  )
  return (
    <div className="columns" aria-busy={scene.isLoading}>
      <TableColumn {...props} />
      <GraphPanel
        pictureKey={scene.mode}
        fitKey={`${view.direction} ${String(view.depth)}`}
        elements={scene.elements}
        summary={summary}
        selected={view.selected}
        work={view.work}
        actions={actions}
        onDrawn={onDrawn}
        outline={
          outline !== null && (
            <Outline
              id={outline}
              grouping={scene.grouping}
              selected={view.selected}
              groupName={(key) => scene.elements.nodes.find(({ id }) => id === key)?.caption ?? key}
              actions={actions}
            />
          )
        }
        menu={(id, position, onClose) => (
          <NodeMenu
            id={id}
            name={scene.picture.entities.get(id)?.name ?? ''}
            position={position}
            isRoot={id === profile.id}
            view={view}
            actions={actions}
            onClose={onClose}
          />
        )}
      />
      <SidePanel view={view} scene={scene} profile={profile} card={card} actions={actions} />
    </div>
  )
}
