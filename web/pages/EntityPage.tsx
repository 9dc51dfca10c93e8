import { useCallback, useEffect, useId, useMemo, useState } from 'react'
import type { Go } from '../address.ts'
import type { ModelAnswer, Profile } from '../answers.ts'
import { type Loaded, useProfile } from '../api.ts'
import type { Elements } from '../elements.ts'
import { ChangeList } from '../panels/ChangeList.tsx'
import { EntityHeader } from '../panels/EntityHeader.tsx'
import { FactTable } from '../panels/FactTable.tsx'
import { GraphPanel } from '../panels/GraphPanel.tsx'
import { FilterPanel } from '../panels/FilterPanel.tsx'
import { Legend } from '../panels/Legend.tsx'
import { Loading, Message, ProblemMessage } from '../panels/Message.tsx'
import { NodeMenu } from '../panels/NodeMenu.tsx'
import { PathFinder } from '../panels/PathFinder.tsx'
import { SelectionBar } from '../panels/SelectionBar.tsx'
import { SidePanel } from '../panels/SidePanel.tsx'
import { Toggle, TrailButtons } from '../panels/Tools.tsx'
import { ViewControls } from '../panels/ViewControls.tsx'
import { countFilters } from '../filters.ts'
import { useReadiness } from '../readiness.ts'
import { filterBy, showEverything, sortBy, toggleHidden, type View } from '../state.ts'
import { useWords } from '../words.ts'
import { type Scene, useScene } from './scene.ts'
import { useActions } from './actions.ts'

interface Props {
  id: string
  view: View
  go: Go
  model: Loaded<ModelAnswer>
}

function Notices({ scene, profile, isFiltered }: { scene: Scene; profile: Profile; isFiltered: boolean }) {
  const { text } = useWords()
  const isAlone = scene.picture.relationships.length === 0 && !isFiltered
  return (
    <>
      {scene.isFallback && !isAlone && (
        <p className="notice" role="status">
          <b>{text.states.noSupplyTitle}</b> {text.states.noSupplyHint}
        </p>
      )}
      {scene.omitted > 0 && (
        <p className="notice" role="status">
          {text.table.omitted(scene.omitted)}
        </p>
      )}
      {scene.problem !== undefined && scene.elements.nodes.length > 0 && (
        <ProblemMessage problem={scene.problem} onRetry={scene.retry} />
      )}
      {isAlone && scene.problem === undefined && !scene.isLoading && (
        <Message
          title={scene.mode === 'CHAIN' ? text.states.noSupplyTitle : text.states.aloneTitle}
          hint={scene.mode === 'CHAIN' ? text.states.emptyChainHint(profile.name) : text.states.aloneHint}
        />
      )}
    </>
  )
}

/** One entity: its name, then side by side the table, the graph and the card or evidence of what is selected. */
export function EntityPage({ id, view, go, model }: Props) {
  const { text } = useWords()
  const answer = useProfile(id)
  const profile = answer.data?.entity ?? null
  const scene = useScene(view, profile)
  const actions = useActions(view, go)
  const active = countFilters(view.filters)
  const [isFiltering, setFiltering] = useState(active > 0)
  const [isFinding, setFinding] = useState(view.work.path !== null)
  const filterPanel = useId()
  const pathPanel = useId()
  const [drawn, setDrawn] = useState<Elements | null>(null)
  const onDrawn = useCallback((elements: Elements) => {
    setDrawn(elements)
  }, [])

  // A selected entity needs its card; a selected relationship came with the picture.
  const selectedEntity = view.selected !== null && (scene?.picture.entities.has(view.selected) ?? false)
  const cardOf = useProfile(selectedEntity && view.selected !== profile?.id ? view.selected : null)
  const isUnknown = !answer.loading && answer.problem === undefined && profile === null
  const isShown =
    scene !== null && !scene.isLoading && (scene.elements.nodes.length === 0 || scene.elements === drawn)
  const isSettled = answer.problem !== undefined || isUnknown || isShown
  useReadiness(isSettled && !model.loading && !cardOf.loading)

  const name = profile?.name
  useEffect(() => {
    if (name !== undefined) document.title = `${name} · ${text.brand}`
  }, [name, text])

  const summary = useMemo(
    () =>
      name === undefined || scene === null
        ? ''
        : text.graph.summary(name, scene.visible.entities.size, scene.visible.relationships.length),
    [name, scene, text],
  )
  if (answer.problem !== undefined) return <ProblemMessage problem={answer.problem} onRetry={answer.retry} />
  if (isUnknown) return <Message title={text.states.unknownTitle} hint={text.states.unknownHint} />
  if (profile === null || scene === null || model.loading) return <Loading />
  if (scene.problem !== undefined && scene.elements.nodes.length === 0)
    return <ProblemMessage problem={scene.problem} onRetry={scene.retry} />

  const hasFacts = scene.picture.relationships.length > 0 || active > 0
  return (
    <main className="entity">
      <EntityHeader profile={profile} onDetails={actions.onSelect}>
        <ViewControls
          view={view}
          mode={scene.mode}
          canChain={scene.canChain}
          onChange={(next) => {
            go(next, 'push')
          }}
        />
      </EntityHeader>
      {hasFacts && (
        <Legend
          counts={scene.counts}
          hidden={view.hidden}
          onToggle={(word) => {
            go(toggleHidden(view, word), 'replace')
          }}
          onShowAll={() => {
            go(showEverything(view), 'replace')
          }}
          isNarrowed={active > 0 || view.work.removed.length > 0}
        >
          <Toggle
            name={text.filters.open(active)}
            panel={filterPanel}
            isOpen={isFiltering}
            onToggle={setFiltering}
          />
          <Toggle name={text.paths.title} panel={pathPanel} isOpen={isFinding} onToggle={setFinding} />
          <TrailButtons />
        </Legend>
      )}
      {hasFacts && isFiltering && (
        <FilterPanel
          id={filterPanel}
          filters={view.filters}
          picture={scene.picture}
          onFilter={(filters) => {
            go(filterBy(view, filters), 'replace')
          }}
        />
      )}
      {hasFacts && isFinding && (
        <PathFinder
          id={pathPanel}
          root={profile}
          request={view.work.path}
          paths={scene.paths}
          nameOf={(end) => scene.picture.entities.get(end)?.name}
          actions={actions}
        />
      )}
      <SelectionBar work={view.work} scene={scene} root={profile.id} actions={actions} />
      <Notices scene={scene} profile={profile} isFiltered={active > 0} />
      <div className="columns" aria-busy={scene.isLoading}>
        <div className="table-column">
          <ChangeList filters={view.filters} visible={scene.visible} onSelect={actions.onSelect} />
          {hasFacts && scene.sections.length === 0 && <p className="notice">{text.table.allHidden}</p>}
          {scene.sections.length > 0 && (
            <FactTable
              name={profile.name}
              sections={scene.sections}
              sort={view.sort}
              selected={view.selected}
              onSort={(key) => {
                go(sortBy(view, key), 'replace')
              }}
              onSelect={actions.onSelect}
            />
          )}
        </div>
        <GraphPanel
          pictureKey={scene.mode}
          fitKey={`${view.direction} ${String(view.depth)}`}
          elements={scene.elements}
          summary={summary}
          selected={view.selected}
          work={view.work}
          actions={actions}
          onDrawn={onDrawn}
          menu={(node, position, onClose) => (
            <NodeMenu
              id={node}
              name={scene.picture.entities.get(node)?.name ?? ''}
              position={position}
              isRoot={node === profile.id}
              view={view}
              actions={actions}
              onClose={onClose}
            />
          )}
        />
        <SidePanel view={view} scene={scene} profile={profile} card={cardOf} actions={actions} />
      </div>
    </main>
  )
}
