import { useEffect } from 'react'
import type { Go } from '../address.ts'
import type { Mention, ModelAnswer } from '../answers.ts'
import { type Loaded, useExamples } from '../api.ts'
import { LabelMark } from '../panels/LabelMark.tsx'
import { Loading, Message, ProblemMessage } from '../panels/Message.tsx'
import { QuestionTemplates } from '../panels/QuestionTemplates.tsx'
import { SearchBox } from '../panels/SearchBox.tsx'
import { useReadiness } from '../readiness.ts'
import { openEntity, openTarget, type View } from '../state.ts'
import { useWords } from '../words.ts'

interface Example {
  entity: Mention
  question: string
}

interface Props {
  view: View
  go: Go
  model: Loaded<ModelAnswer>
}

function uniqueByQuestion(examples: readonly Example[]): Example[] {
  return [...new Map(examples.map((example) => [example.question, example])).values()]
}

function Size({ answer }: { answer: ModelAnswer }) {
  const { text, labelName, language } = useWords()
  const number = new Intl.NumberFormat(language === 'en' ? 'en' : 'zh-CN')
  const { stats } = answer
  const counts = stats.entities.filter(({ count }) => count > 0)
  return (
    <section className="size" aria-label={text.examples.graph}>
      <h2>{text.examples.graph}</h2>
      <ul>
        {counts.map(({ label, count }) => (
          <li key={label}>
            <LabelMark label={label} />
            <span>{labelName(label)}</span>
            <b>{number.format(count)}</b>
          </li>
        ))}
      </ul>
      <p>
        <b>{number.format(stats.documents)}</b> {text.examples.documents} ·{' '}
        <b>{number.format(stats.evidence)}</b> {text.examples.evidence}
      </p>
    </section>
  )
}

/** The first page: one box, some questions to start with, and how much the graph holds. */
export function HomePage({ view, go, model }: Props) {
  const { text } = useWords()
  const examples = useExamples()
  const problem = model.problem ?? examples.problem
  const isLoading = model.loading || examples.loading
  useReadiness(problem !== undefined || !isLoading)
  useEffect(() => {
    document.title = `${text.brand} · ${text.tagline}`
  }, [text])

  const open = (id: string): void => {
    go(openEntity(view, id), 'push')
  }
  const ask = (question: string): void => {
    go(openTarget(view, { kind: 'QUESTION', question }), 'push')
  }
  const questions = (
    nodes: readonly { node: Mention }[] | undefined,
    asked: (name: string) => string,
  ): Example[] => (nodes ?? []).map(({ node }) => ({ entity: node, question: asked(node.name) }))
  const { supplied, supplying, parks, clusters } = examples.data ?? {}
  const offered = uniqueByQuestion([
    ...questions(supplied?.edges, text.examples.suppliers),
    ...questions(supplying?.edges, text.examples.customers),
    ...questions(parks?.edges, text.examples.around),
    ...questions(clusters?.edges, text.examples.around),
  ])
  const isEmpty = model.data?.stats.entities.every(({ count }) => count === 0) ?? false

  return (
    <main className="home">
      <h1>{text.tagline}</h1>
      <p className="lead">{text.explanation}</p>
      <SearchBox isLarge onPick={open} onAsk={ask} />
      {problem !== undefined ? (
        <ProblemMessage
          problem={problem}
          onRetry={() => {
            model.retry()
            examples.retry()
          }}
        />
      ) : isLoading ? (
        <Loading />
      ) : isEmpty ? (
        <Message title={text.examples.emptyTitle} hint={text.examples.emptyHint} />
      ) : (
        <>
          <QuestionTemplates onAsk={ask} />
          <section className="examples" aria-label={text.examples.title}>
            <h2>{text.examples.title}</h2>
            <ul>
              {offered.map(({ entity, question }) => (
                <li key={question}>
                  <button
                    type="button"
                    onClick={() => {
                      ask(question)
                    }}
                  >
                    <LabelMark label={entity.label} />
                    <span>{question}</span>
                  </button>
                </li>
              ))}
            </ul>
          </section>
          {model.data !== undefined && <Size answer={model.data} />}
        </>
      )}
    </main>
  )
}
