import { useEffect, useMemo } from 'react'
import type { Relationship } from '../answers.ts'
import { FactsExport } from '../export/FactsExport.tsx'
import { useNavigation } from '../navigation.tsx'
import { ChainTable } from '../panels/ChainTable.tsx'
import { DocumentList } from '../panels/DocumentList.tsx'
import { FactList } from '../panels/FactList.tsx'
import { FigureCharts } from '../panels/FigureCharts.tsx'
import { GraphqlLink } from '../panels/GraphqlLink.tsx'
import { Loading, Message, ProblemMessage } from '../panels/Message.tsx'
import { PortraitHead } from '../panels/PortraitHead.tsx'
import { RelationshipCard } from '../panels/RelationshipCard.tsx'
import { SideFrame } from '../panels/SideFrame.tsx'
import { Timeline } from '../panels/Timeline.tsx'
import { openPage } from '../portrait/open.ts'
import { partsOf } from '../portrait/parts.ts'
import { PORTRAIT_OPERATION, portraitVariables, useChain, usePortrait } from '../portrait/ask.ts'
import { omittedFrom, type Portrait, relationshipsOf } from '../portrait/portrait.ts'
import { isPortrayed, type Portrayed } from '../portrait/portrayed.ts'
import { useReadiness } from '../readiness.ts'
import { select } from '../state.ts'
import { portraitText } from '../text/portrait.ts'
import { useWords } from '../words.ts'

interface Choice {
  selected: string | null
  onSelect: (id: string | null) => void
}

function Documents({ portrait: { documents } }: { portrait: Portrait }) {
  const words = portraitText(useWords().language)
  const more = documents.totalCount - documents.edges.length
  return (
    <section className="portrait-part">
      <h2>{words.documents(documents.totalCount)}</h2>
      {documents.totalCount === 0 && <p className="quiet">{words.noDocuments}</p>}
      <DocumentList documents={documents.edges.map(({ node }) => node)} />
      {more > 0 && <p className="quiet">{words.moreDocuments(more)}</p>}
    </section>
  )
}

interface BodyProps extends Choice {
  portrait: Portrait
  label: Portrayed
  relationships: readonly Relationship[]
  chain: ReturnType<typeof useChain>
}

function Body({ portrait, label, relationships, chain, selected, onSelect }: BodyProps) {
  const words = portraitText(useWords().language)
  const parts = useMemo(() => partsOf(portrait, label, relationships), [portrait, label, relationships])
  const omitted = omittedFrom(portrait)
  const missing = parts.filter(({ facts }) => facts.length === 0).map(({ key }) => words.parts[key])
  return (
    <div className="portrait-parts">
      {omitted > 0 && <p className="notice">{words.omitted(omitted)}</p>}
      <div className="portrait-cards">
        {parts
          .filter(({ facts }) => facts.length > 0)
          .map((part) => (
            <FactList key={part.key} part={part} selected={selected} onSelect={onSelect} />
          ))}
      </div>
      {missing.length > 0 && (
        <p className="notice">
          <b>{words.missing(missing)}</b> {words.nothing}
        </p>
      )}
      {chain.problem !== undefined && <ProblemMessage problem={chain.problem} onRetry={chain.retry} />}
      {chain.data !== undefined && (label === 'PARK' || label === 'CLUSTER') && (
        <ChainTable label={label} chain={chain.data} selected={selected} onSelect={onSelect} />
      )}
      <FigureCharts metrics={portrait.metrics} />
      <Timeline relationships={relationships} selected={selected} onSelect={onSelect} />
      <Documents portrait={portrait} />
    </div>
  )
}

/** The evidence of what is selected, or how to see it. */
function Side({ relationship, selected, onSelect }: Choice & { relationship: Relationship | undefined }) {
  const { language } = useWords()
  const { view, go } = useNavigation()
  return (
    <SideFrame
      isOpen={selected !== null}
      onClose={() => {
        onSelect(null)
      }}
    >
      {relationship === undefined ? (
        <p className="quiet">{portraitText(language).evidenceHint}</p>
      ) : (
        <RelationshipCard
          relationship={relationship}
          onSelect={(id) => {
            const { start, end } = relationship
            go(openPage(view, start.id === id ? start : end), 'push')
          }}
        />
      )}
    </SideFrame>
  )
}

function Shown({ portrait, label }: { portrait: Portrait; label: Portrayed }) {
  const { text, language } = useWords()
  const words = portraitText(language)
  const { view, go } = useNavigation()
  const { selected } = view
  const chain = useChain(portrait.id, label)
  useReadiness(!chain.loading)
  const relationships = useMemo(() => relationshipsOf(portrait), [portrait])
  const steps = chain.data?.rows.flatMap(({ facts }) => facts) ?? []
  const onSelect = (id: string | null): void => {
    go(select(view, id), 'replace')
  }
  const relationship = [...relationships, ...steps].find(({ id }) => id === selected)
  const choice = { selected, onSelect }
  return (
    <main className="portrait">
      <p className="unseen" role="status">
        {words.announce(text.pages.portraits[label], portrait.name, relationships.length)}{' '}
        {relationship !== undefined && words.selected}
      </p>
      <PortraitHead portrait={portrait} label={label}>
        <GraphqlLink operation={PORTRAIT_OPERATION} variables={portraitVariables(portrait.id)} />
        <FactsExport title={portrait.name} root={portrait.id} relationships={relationships} />
      </PortraitHead>
      <div className="portrait-columns">
        <Body portrait={portrait} label={label} relationships={relationships} chain={chain} {...choice} />
        <Side relationship={relationship} {...choice} />
      </div>
    </main>
  )
}

/** All that is told of a company, park, cluster or policy: facts by sort, figures, timeline, documents, evidence. */
export function PortraitPage({ id }: { id: string }) {
  const { text, language, labelName } = useWords()
  const words = portraitText(language)
  const answer = usePortrait(id)
  const portrait = answer.data?.entity
  const isFinal =
    answer.problem !== undefined || portrait === null || (portrait && !isPortrayed(portrait.label))
  useReadiness(isFinal === true)
  const name = portrait?.name
  useEffect(() => {
    if (name !== undefined) document.title = `${name} · ${text.brand}`
  }, [name, text])
  if (answer.problem !== undefined) return <ProblemMessage problem={answer.problem} onRetry={answer.retry} />
  if (portrait === null) return <Message title={words.unknownTitle} hint={words.unknownHint} />
  if (portrait === undefined) return <Loading />
  const { label } = portrait
  if (!isPortrayed(label))
    return <Message title={words.otherKind(labelName(label))} hint={words.otherKindHint} />
  return <Shown portrait={portrait} label={label} />
}
