import { useId, useState } from 'react'
import type { Go } from '../address.ts'
import type { Profile } from '../answers.ts'
import { countFilters } from '../filters.ts'
import { FilterPanel } from '../panels/FilterPanel.tsx'
import { Legend } from '../panels/Legend.tsx'
import { PathFinder } from '../panels/PathFinder.tsx'
import { Toggle, TrailButtons } from '../panels/Tools.tsx'
import { filterBy, showEverything, toggleHidden, type View } from '../state.ts'
import { useWords } from '../words.ts'
import type { Actions } from './actions.ts'
import type { Scene } from './scene.ts'

interface Props {
  view: View
  go: Go
  scene: Scene
  profile: Profile
  actions: Actions
  /** The outline stands in place of the graph, not below these tools. */
  outline: { id: string; isOpen: boolean; onToggle: (isOpen: boolean) => void }
}

/** Legend, filters, path finder, undo: everything above table and graph that acts on both. */
export function EntityTools({ view, go, scene, profile, actions, outline }: Props) {
  const { text } = useWords()
  const { filters, hidden, work } = view
  const active = countFilters(filters)
  const [isFiltering, setFiltering] = useState(active > 0)
  const [isFinding, setFinding] = useState(work.path !== null)
  const filterPanel = useId()
  const pathPanel = useId()
  return (
    <>
      <Legend
        counts={scene.counts}
        hidden={hidden}
        onToggle={(word) => {
          go(toggleHidden(view, word), 'replace')
        }}
        onShowAll={() => {
          go(showEverything(view), 'replace')
        }}
        isNarrowed={active > 0 || work.removed.length > 0}
      >
        <Toggle
          name={text.filters.open(active)}
          panel={filterPanel}
          isOpen={isFiltering}
          onToggle={setFiltering}
        />
        <Toggle name={text.paths.title} panel={pathPanel} isOpen={isFinding} onToggle={setFinding} />
        <Toggle
          name={text.outline.title}
          panel={outline.id}
          isOpen={outline.isOpen}
          onToggle={outline.onToggle}
        />
        <TrailButtons />
      </Legend>
      {isFiltering && (
        <FilterPanel
          id={filterPanel}
          filters={filters}
          picture={scene.picture}
          onFilter={(changed) => {
            go(filterBy(view, changed), 'replace')
          }}
        />
      )}
      {isFinding && (
        <PathFinder
          id={pathPanel}
          root={profile}
          request={work.path}
          paths={scene.paths}
          nameOf={(end) => scene.picture.entities.get(end)?.name}
          actions={actions}
        />
      )}
    </>
  )
}
