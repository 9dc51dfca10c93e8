import { useEffect, useMemo } from 'react'
import type { ModelAnswer } from '../answers.ts'
import type { Loaded } from '../api.ts'
import { ExportMenu } from '../export/ExportMenu.tsx'
import { factsHandout } from '../export/FactsExport.tsx'
import { useNavigation, ViewLink } from '../navigation.tsx'
import { sankeyOf, treemapOf } from '../overview/options.ts'
import { fetchSupplies, OVERVIEW_OPERATION, type OverviewAnswer, useOverview } from '../overview/overview.ts'
import { gather, supplyOf, UNNAMED } from '../overview/supply.ts'
import { DocumentList } from '../panels/DocumentList.tsx'
import { GraphqlLink } from '../panels/GraphqlLink.tsx'
import { LabelMark } from '../panels/LabelMark.tsx'
import { Loading, Message, ProblemMessage } from '../panels/Message.tsx'
import { Plot } from '../panels/Plot.tsx'
import { useReadiness } from '../readiness.ts'
import { openEntity, openTarget } from '../state.ts'
import { useWords } from '../words.ts'

/** Ends of flows that are drawn by themselves: more would be thinner than their names. */
const MOST = { places: 10, products: 16 }
const MOST_IN_TABLE = 30
/** What is handed on is fetched when asked for: the page itself holds no evidence. */
const NOTHING = factsHandout('', [])

function Sizes({ answer }: { answer: ModelAnswer }) {
  const { text, labelName, typeName } = useWords()
  const words = text.pages.overview
  const { entities, relationships, documents, evidence } = answer.stats
  return (
    <section className="sizes">
      <h2>{words.entities}</h2>
      <ul>
        {entities
          .filter(({ count }) => count > 0)
          .map(({ label, count }) => (
            <li key={label}>
              <LabelMark label={label} /> {labelName(label)} <b>{count}</b>
            </li>
          ))}
      </ul>
      <h2>{words.relationships}</h2>
      <ul>
        {relationships
          .filter(({ count }) => count > 0)
          .map(({ type, count }) => (
            <li key={type}>
              {typeName(type)} <b>{count}</b>
            </li>
          ))}
      </ul>
      <p className="quiet">
        {words.documents} <b>{documents}</b> · {words.evidence} <b>{evidence}</b>
      </p>
    </section>
  )
}

function Plots({ answer }: { answer: OverviewAnswer }) {
  const { text, scheme } = useWords()
  const words = text.pages.overview
  const { view, go } = useNavigation()
  const supply = useMemo(() => supplyOf(answer.suppliers.edges.map(({ node }) => node)), [answer])
  const flows = useMemo(() => gather(supply, MOST), [supply])
  const named = supply.products.filter(({ key }) => key !== UNNAMED)
  const list = named.map(({ name, value }) => `${name} ${String(value)}`).join('、')
  const places = supply.places.map(
    ({ name, value }) => `${name === '' ? words.noPlace : name} ${String(value)}`,
  )
  const options = useMemo(() => {
    const plotWords = {
      unnamed: words.unnamed,
      noPlace: words.noPlace,
      rest: words.rest,
      count: words.supplies,
    }
    return {
      treemap: treemapOf(supply.products, {
        ...plotWords,
        title: words.products,
        description: words.productsHint,
      }),
      sankey: sankeyOf(
        supply,
        flows,
        { ...plotWords, title: words.places, description: words.placesHint },
        scheme,
      ),
    }
  }, [supply, flows, words, scheme])
  if (supply.total === 0) return <Message title={words.noProduct} hint={text.examples.emptyHint} />
  const ask = (product: string): void => {
    go(openTarget(view, { kind: 'QUESTION', question: words.question(product) }), 'push')
  }
  return (
    <>
      <section>
        <h2>{words.products}</h2>
        <p className="quiet">{words.productsHint}</p>
        <Plot option={options.treemap} label={words.chart(words.products, list)} onPick={ask} />
        <details>
          <summary>{words.asTable}</summary>
          <ul className="amounts">
            {named.slice(0, MOST_IN_TABLE).map(({ key, name, value }) => (
              <li key={key}>
                <ViewLink
                  to={(from) => openTarget(from, { kind: 'QUESTION', question: words.question(name) })}
                >
                  {name}
                </ViewLink>{' '}
                <b>{value}</b>
              </li>
            ))}
          </ul>
        </details>
      </section>
      <section>
        <h2>{words.places}</h2>
        <p className="quiet">{words.placesHint}</p>
        <Plot
          option={options.sankey}
          label={words.chart(words.places, places.join('、'))}
          onPick={() => undefined}
        />
        <details>
          <summary>{words.asTable}</summary>
          <ul className="amounts">
            {supply.places.map(({ key, name, id, value }) => (
              <li key={key}>
                {id === null ? (
                  words.noPlace
                ) : (
                  <ViewLink to={(from) => openEntity(from, id)}>{name}</ViewLink>
                )}{' '}
                <b>{value}</b>
              </li>
            ))}
          </ul>
        </details>
      </section>
    </>
  )
}

function Recent({ documents }: Pick<OverviewAnswer, 'documents'>) {
  const { text } = useWords()
  const words = text.pages.overview
  return (
    <section>
      <h2>{words.recent}</h2>
      {documents.edges.length === 0 && <p className="quiet">{words.recentEmpty}</p>}
      <DocumentList documents={documents.edges.map(({ node }) => node)} />
    </section>
  )
}

/** The graph as a whole: how much there is, who supplies what from where, and the latest documents. */
export function OverviewPage({ model }: { model: Loaded<ModelAnswer> }) {
  const { text, language } = useWords()
  const words = text.pages.overview
  const answer = useOverview()
  useReadiness(!answer.loading && !model.loading)
  useEffect(() => {
    document.title = `${words.title} · ${text.brand}`
  }, [words, text])
  if (answer.problem !== undefined) return <ProblemMessage problem={answer.problem} onRetry={answer.retry} />
  if (answer.data === undefined) return <Loading />
  const { loadedAt, version } = answer.data.stats
  const supplied = supplyOf(answer.data.suppliers.edges.map(({ node }) => node)).total
  const time = new Intl.DateTimeFormat(language === 'en' ? 'en' : 'zh-CN', {
    dateStyle: 'long',
    timeStyle: 'short',
  })
  return (
    <main className="report">
      <header className="page-head">
        <h1>{words.title}</h1>
        <p className="quiet">
          {loadedAt !== null && words.loadedAt(time.format(new Date(loadedAt)))} · {words.version} {version}
        </p>
        <div className="hand-on">
          <GraphqlLink operation={OVERVIEW_OPERATION} />
          <ExportMenu
            title={words.title}
            sentence={words.states(supplied)}
            {...NOTHING}
            fetchParts={async () => factsHandout('', await fetchSupplies())}
          />
        </div>
      </header>
      {model.data !== undefined && <Sizes answer={model.data} />}
      <Plots answer={answer.data} />
      <Recent documents={answer.data.documents} />
    </main>
  )
}
