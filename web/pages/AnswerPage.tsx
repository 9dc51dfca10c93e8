import { useCallback, useEffect, useMemo, useState } from 'react'
import type { Go } from '../address.ts'
import type { Answer } from '../answer/answer.ts'
import { useAnswer } from '../answer/ask.ts'
import { type AnswerScene, sceneOf } from '../answer/scene.ts'
import type { Mention, ModelAnswer } from '../answers.ts'
import { type Loaded, useProfile } from '../api.ts'
import type { Elements } from '../elements.ts'
import type { Drawn } from '../export/drawn.ts'
import { ExportMenu } from '../export/ExportMenu.tsx'
import { AnswerAbout } from '../panels/AnswerAbout.tsx'
import { AnswerHead } from '../panels/AnswerHead.tsx'
import { EntityCard } from '../panels/EntityCard.tsx'
import { FactTable } from '../panels/FactTable.tsx'
import { GraphPanel } from '../panels/GraphPanel.tsx'
import { LabelMark } from '../panels/LabelMark.tsx'
import { LeadList } from '../panels/LeadList.tsx'
import { Loading, ProblemMessage } from '../panels/Message.tsx'
import { MetricTable } from '../panels/MetricTable.tsx'
import { RelationshipCard } from '../panels/RelationshipCard.tsx'
import { SideFrame, useIsWide } from '../panels/SideFrame.tsx'
import { useGivingUp } from '../navigation.tsx'
import { useReadiness } from '../readiness.ts'
import { openTarget, sortBy, toggleColumn, type View } from '../state.ts'
import { useWords } from '../words.ts'
import { type Actions, useActions } from './actions.ts'

interface Props {
  question: string
  view: View
  go: Go
  model: Loaded<ModelAnswer>
}

/** Entities of the answer that stand in no relationship of it. */
function Unlinked({ entities, onOpen }: { entities: readonly Mention[]; onOpen: (id: string) => void }) {
  const { answer } = useWords().text.pages
  if (entities.length === 0) return null
  return (
    <section className="unlinked">
      <h2>{answer.others}</h2>
      <p className="mentions">
        {entities.map(({ id, label, name }) => (
          <button
            key={id}
            type="button"
            className="mention"
            onClick={() => {
              onOpen(id)
            }}
          >
            <LabelMark label={label} />
            <span>{name}</span>
          </button>
        ))}
      </p>
    </section>
  )
}

/** The figures of an answer, under the entity whose they are. */
function Figures({ metrics }: Pick<Answer, 'metrics'>) {
  const { answer } = useWords().text.pages
  const owners = new Map(metrics.map(({ entity }) => [entity.id, entity]))
  return (
    <section>
      <h2>{answer.metrics}</h2>
      {[...owners.values()].map(({ id, name }) => (
        <div key={id}>
          <h3>{name}</h3>
          <MetricTable metrics={metrics.filter(({ entity }) => entity.id === id)} />
        </div>
      ))}
    </section>
  )
}

interface Parts {
  answer: Answer
  scene: AnswerScene
  view: View
  actions: Actions
}

/** The evidence of the selected relationship, the card of the selected entity, or what was searched. */
function Side({ answer, scene, view, actions }: Parts) {
  const { text } = useWords()
  const { selected } = view
  const relationship = scene.picture.relationships.find(({ id }) => id === selected)
  const isEntity = relationship === undefined && selected !== null && scene.picture.entities.has(selected)
  const card = useProfile(isEntity ? selected : null)
  if (relationship !== undefined)
    return <RelationshipCard relationship={relationship} onSelect={actions.onSelect} />
  if (!isEntity) return <AnswerAbout answer={answer} />
  if (card.problem !== undefined) return <ProblemMessage problem={card.problem} onRetry={card.retry} />
  const profile = card.data?.entity
  if (profile === undefined || profile === null || profile.id !== selected) return <Loading />
  return (
    <EntityCard profile={profile} onOpen={actions.onOpen}>
      <div className="card-actions">
        <button
          type="button"
          className="action"
          onClick={() => {
            actions.onOpen(profile.id)
          }}
        >
          {text.pages.answer.open}
        </button>
      </div>
    </EntityCard>
  )
}

function Facts({ answer, scene, view, go, actions, question }: Parts & { go: Go; question: string }) {
  const isWide = useIsWide()
  const hasPicture = scene.sections.length > 0
  return (
    <div className="table-column">
      {hasPicture && (
        <FactTable
          name={question}
          sections={scene.sections}
          sort={view.sort}
          columns={view.columns}
          find={view.find}
          selected={view.selected}
          onFind={(find) => {
            go({ ...view, find }, 'replace')
          }}
          onToggleColumn={(column) => {
            go(toggleColumn(view, column), 'replace')
          }}
          onSort={(key) => {
            go(sortBy(view, key), 'replace')
          }}
          onSelect={actions.onSelect}
        />
      )}
      <div className="answer-rest">
        <Unlinked entities={scene.unlinked} onOpen={actions.onOpen} />
        {answer.metrics.length > 0 && <Figures metrics={answer.metrics} />}
        {answer.leads.length > 0 && <LeadList leads={answer.leads} onOpen={actions.onOpen} />}
        {(!isWide || !hasPicture) && <AnswerAbout answer={answer} />}
      </div>
    </div>
  )
}

/** A question and its answer: the sentence, how it was read, and in step the table, the graph and the evidence. */
export function AnswerPage({ question, view, go, model }: Props) {
  const { text, typeName } = useWords()
  const loaded = useAnswer(question)
  const giveUp = useGivingUp()
  const answer = loaded.data?.ask
  const scene = useMemo(
    () => (answer === undefined ? null : sceneOf(answer, ({ product, type }) => product ?? typeName(type))),
    [answer, typeName],
  )
  const [drawn, setDrawn] = useState<Elements | null>(null)
  const [drawing, setDrawing] = useState<Drawn | null>(null)
  const onDrawn = useCallback((elements: Elements, places: Drawn | null) => {
    setDrawn(elements)
    setDrawing(places)
  }, [])
  const own = useActions(view, go)
  const hasPicture = scene !== null && scene.sections.length > 0
  useReadiness(
    (loaded.problem !== undefined || (scene !== null && (!hasPicture || drawn === scene.elements))) &&
      !model.loading,
  )
  useEffect(() => {
    document.title = `${question} · ${text.brand}`
  }, [question, text])

  if (loaded.problem !== undefined) return <ProblemMessage problem={loaded.problem} onRetry={loaded.retry} />
  if (answer === undefined || scene === null || model.loading) return <Loading onCancel={giveUp} />
  const ask = (asked: string): void => {
    go(openTarget(view, { kind: 'QUESTION', question: asked }), 'push')
  }
  // What grows a picture belongs to an entity's page.
  const actions: Actions = { ...own, onExpand: own.onOpen, onMark: () => undefined }
  const parts = { answer, scene, view, actions }
  return (
    <main className={hasPicture ? 'entity' : 'answer-only'}>
      <AnswerHead question={question} answer={answer} onAsk={ask} onOpen={actions.onOpen}>
        {hasPicture && (
          <ExportMenu
            title={question}
            sentence={answer.text}
            table={{ sections: scene.sections, sort: view.sort, columns: view.columns, find: view.find }}
            picture={scene.picture}
            drawn={drawing}
          />
        )}
      </AnswerHead>
      <div className={hasPicture ? 'columns' : ''}>
        <Facts {...parts} go={go} question={question} />
        {hasPicture && (
          <>
            <GraphPanel
              pictureKey={question}
              fitKey={question}
              elements={scene.elements}
              summary={text.graph.summary(
                question,
                scene.picture.entities.size,
                scene.picture.relationships.length,
              )}
              selected={view.selected}
              work={view.work}
              actions={actions}
              onDrawn={onDrawn}
              outline={null}
              menu={(id, _point, onClose) => (
                <button
                  type="button"
                  className="action"
                  onClick={() => {
                    onClose()
                    actions.onOpen(id)
                  }}
                >
                  {text.pages.answer.open}
                </button>
              )}
            />
            <SideFrame
              isOpen={view.selected !== null}
              onClose={() => {
                actions.onSelect(null)
              }}
            >
              <Side {...parts} />
            </SideFrame>
          </>
        )}
      </div>
    </main>
  )
}
