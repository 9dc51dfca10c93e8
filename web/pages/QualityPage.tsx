import { useEffect, useState } from 'react'
import { FigureTables, TrustList } from '../panels/FigureTables.tsx'
import { Loading, ProblemMessage } from '../panels/Message.tsx'
import { ViewLink } from '../navigation.tsx'
import { loadRuns, type Run, shownRuns } from '../quality/figures.ts'
import { type QualityAnswer, useQuality } from '../quality/quality.ts'
import { useReadiness } from '../readiness.ts'
import { openTarget } from '../state.ts'
import { useWords } from '../words.ts'

/** The published runs; empty where they did not load, undefined until they have. */
function useRuns(): readonly Run[] | undefined {
  const [runs, setRuns] = useState<readonly Run[]>()
  useEffect(() => {
    loadRuns().then(
      (loaded) => {
        setRuns(shownRuns(loaded))
      },
      () => {
        setRuns([])
      },
    )
  }, [])
  return runs
}

function Measured({ runs }: { runs: readonly Run[] }) {
  const words = useWords().text.pages.quality
  const [chosen, setChosen] = useState(0)
  const run = runs[chosen]
  if (run === undefined) return null
  return (
    <section>
      <h2>{words.measured}</h2>
      <p className="quiet">{words.explanation}</p>
      <div className="run-choice" role="group" aria-label={words.collection}>
        {runs.map(({ collection, part, summary }, index) => (
          <button
            key={`${collection} ${part}`}
            type="button"
            className="toggle"
            aria-pressed={index === chosen}
            onClick={() => {
              setChosen(index)
            }}
          >
            <span>{words.collections(collection, part, summary.documents)}</span>
          </button>
        ))}
      </div>
      <TrustList run={run} />
      <FigureTables run={run} />
    </section>
  )
}

/** Of each type: how many there are, how many wait, and how many one source alone states. */
function Held({ stats }: Pick<QualityAnswer, 'stats'>) {
  const { text, typeName } = useWords()
  const words = text.pages.quality
  const share = (part: number, whole: number): string =>
    whole === 0 ? '' : `${String(Math.round((part / whole) * 100))}%`
  const held = stats.relationships.filter(({ count }) => count > 0)
  return (
    <section>
      <h2>{words.facts}</h2>
      <p className="quiet">{words.factsHint}</p>
      <div className="scrolled" role="region" aria-label={words.facts} tabIndex={0}>
        <table className="figures">
          <thead>
            <tr>
              {[words.kind, words.total, words.pending, words.oneSource].map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {held.map(({ type, count, pending, oneSource }) => (
              <tr key={type}>
                <th scope="row">{typeName(type)}</th>
                <td className="number">{count}</td>
                <td className="number">
                  {pending} <span className="quiet">{share(pending, count)}</span>
                </td>
                <td className="number">
                  {oneSource} <span className="quiet">{share(oneSource, count)}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

function Damaged({ stats }: Pick<QualityAnswer, 'stats'>) {
  const { quality, document } = useWords().text.pages
  return (
    <section>
      <h2>{quality.damagedTitle(stats.damaged.length)}</h2>
      {stats.damaged.length === 0 && <p className="quiet">{quality.noDamage}</p>}
      <ul className="document-list">
        {stats.damaged.map(({ id, title, date, damage }) => (
          <li key={id}>
            <ViewLink to={(view) => openTarget(view, { kind: 'DOCUMENT', id, at: damage[0] ?? null })}>
              {title}
            </ViewLink>
            <span className="quiet">
              {date} {document.damage(damage.length)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** How well documents are read, as published, and what of the graph to be careful with. */
export function QualityPage() {
  const { text } = useWords()
  const words = text.pages.quality
  const answer = useQuality()
  const runs = useRuns()
  useReadiness(!answer.loading && runs !== undefined)
  useEffect(() => {
    document.title = `${words.title} · ${text.brand}`
  }, [words, text])
  if (answer.problem !== undefined) return <ProblemMessage problem={answer.problem} onRetry={answer.retry} />
  if (answer.data === undefined || runs === undefined) return <Loading />
  const { stats, reviews } = answer.data
  return (
    <main className="report">
      <header className="page-head">
        <h1>{words.title}</h1>
        <p>
          {text.pages.review.waiting(reviews.totalCount)}{' '}
          <ViewLink to={(view) => openTarget(view, { kind: 'TOOL', tool: 'review' })}>{words.open}</ViewLink>
        </p>
      </header>
      <Held stats={stats} />
      <Damaged stats={stats} />
      <Measured runs={runs} />
    </main>
  )
}
