import { useCallback, useEffect, useId, useState } from 'react'
import type { Go } from '../address.ts'
import type { ModelAnswer, Profile } from '../answers.ts'
import { type Loaded, pictureRequest, useProfile } from '../api.ts'
import type { Elements } from '../elements.ts'
import type { Drawn } from '../export/drawn.ts'
import { IS_EMBEDDED } from '../embed.ts'
import { ExportMenu } from '../export/ExportMenu.tsx'
import { SavedViews } from '../export/SavedViews.tsx'
import { SinceSaved } from '../export/SinceSaved.tsx'
import { countFilters } from '../filters.ts'
import { DETAILS } from '../panels/detailsFocus.ts'
import { EntityHeader } from '../panels/EntityHeader.tsx'
import { GraphqlLink } from '../panels/GraphqlLink.tsx'
import { Loading, Message, ProblemMessage } from '../panels/Message.tsx'
import { SelectionBar } from '../panels/SelectionBar.tsx'
import { ViewControls } from '../panels/ViewControls.tsx'
import { useGivingUp } from '../navigation.tsx'
import { useReadiness } from '../readiness.ts'
import type { View } from '../state.ts'
import { useWords } from '../words.ts'
import { useActions } from './actions.ts'
import { EntityColumns, TABLE } from './EntityColumns.tsx'
import { EntityTools } from './EntityTools.tsx'
import { type Scene, useScene } from './scene.ts'

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

/** Shown when they have the focus: past the legend to where the work is. */
function SkipButtons() {
  const { skip } = useWords().text
  const targets: [string, string][] = [
    [TABLE, skip.table],
    [DETAILS, skip.details],
  ]
  return (
    <nav className="skip" aria-label={skip.label}>
      {targets.map(([id, name]) => (
        <button
          key={id}
          type="button"
          className="action"
          onClick={() => {
            document.getElementById(id)?.focus()
          }}
        >
          {name}
        </button>
      ))}
    </nav>
  )
}

/** Tells screen readers what is shown now, and what is selected. */
function Announcer({ scene, selected }: { scene: Scene; selected: string | null }) {
  const { text } = useWords()
  const { visible, picture, isLoading } = scene
  const name = selected === null ? undefined : picture.entities.get(selected)?.name
  return (
    <p className="unseen" role="status">
      {isLoading
        ? text.states.loading
        : text.outline.announce(visible.entities.size, visible.relationships.length)}{' '}
      {name !== undefined && text.outline.selected(name)}
    </p>
  )
}

/** One entity: its name, then side by side the table, the graph and the card or evidence of what is selected. */
export function EntityPage({ id, view, go, model }: Props) {
  const { text } = useWords()
  const answer = useProfile(id)
  const giveUp = useGivingUp()
  const profile = answer.data?.entity ?? null
  const scene = useScene(view, profile)
  const actions = useActions(view, go)
  const isFiltered = countFilters(view.filters) > 0
  const [isOutlined, setOutlined] = useState(false)
  const outlinePanel = useId()
  const [drawn, setDrawn] = useState<Elements | null>(null)
  const [drawing, setDrawing] = useState<Drawn | null>(null)
  const onDrawn = useCallback((elements: Elements, places: Drawn | null) => {
    setDrawn(elements)
    setDrawing(places)
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

  if (answer.problem !== undefined) return <ProblemMessage problem={answer.problem} onRetry={answer.retry} />
  if (isUnknown) return <Message title={text.states.unknownTitle} hint={text.states.unknownHint} />
  if (profile === null || scene === null || model.loading) return <Loading onCancel={giveUp} />
  if (scene.problem !== undefined && scene.elements.nodes.length === 0)
    return <ProblemMessage problem={scene.problem} onRetry={scene.retry} />

  const hasFacts = scene.picture.relationships.length > 0 || isFiltered
  return (
    <main className="entity">
      <SkipButtons />
      <Announcer scene={scene} selected={view.selected} />
      <EntityHeader profile={profile} onDetails={actions.onSelect}>
        {!IS_EMBEDDED && (
          <>
            <ViewControls
              view={view}
              mode={scene.mode}
              canChain={scene.canChain}
              onChange={(next) => {
                go(next, 'push')
              }}
            />
            <ExportMenu
              title={profile.name}
              table={{ sections: scene.sections, sort: view.sort, columns: view.columns, find: view.find }}
              picture={scene.visible}
              drawn={drawing}
            />
            <GraphqlLink {...pictureRequest(view, scene.mode)} />
            <SavedViews name={profile.name} view={view} picture={scene.picture} />
          </>
        )}
      </EntityHeader>
      {hasFacts && !IS_EMBEDDED && (
        <EntityTools
          view={view}
          go={go}
          scene={scene}
          profile={profile}
          actions={actions}
          outline={{ id: outlinePanel, isOpen: isOutlined, onToggle: setOutlined }}
        />
      )}
      <SelectionBar work={view.work} scene={scene} root={profile.id} actions={actions} />
      <SinceSaved picture={scene.picture} isLoading={scene.isLoading} isCut={scene.omitted > 0} />
      <Notices scene={scene} profile={profile} isFiltered={isFiltered} />
      <EntityColumns
        view={view}
        go={go}
        scene={scene}
        profile={profile}
        card={cardOf}
        actions={actions}
        hasFacts={hasFacts}
        outline={isOutlined ? outlinePanel : null}
        onDrawn={onDrawn}
      />
    </main>
  )
}
