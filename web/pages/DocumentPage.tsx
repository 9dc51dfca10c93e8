import { useEffect, useMemo } from 'react'
import { DOCUMENT_OPERATION, evidenceIn, spansOf, useDocument } from '../document/document.ts'
import { FactsExport } from '../export/FactsExport.tsx'
import { DocumentFacts } from '../panels/DocumentFacts.tsx'
import { DocumentHead } from '../panels/DocumentHead.tsx'
import { GraphqlLink } from '../panels/GraphqlLink.tsx'
import { MarkedText } from '../panels/MarkedText.tsx'
import { Loading, Message, ProblemMessage } from '../panels/Message.tsx'
import { useReadiness } from '../readiness.ts'
import type { Span } from '../target.ts'
import { useWords } from '../words.ts'

interface Props {
  id: string
  /** The place to show first. */
  at: Span | null
}

/** A document: its text with entities and facts marked beside the list of what it states. */
export function DocumentPage({ id, at }: Props) {
  const { text } = useWords()
  const words = text.pages.document
  const answer = useDocument(id)
  const document = answer.data?.document
  useReadiness(!answer.loading)
  const title = document?.title
  useEffect(() => {
    if (title !== undefined) window.document.title = `${title} · ${text.brand}`
  }, [title, text])
  const marks = useMemo(() => {
    if (document === undefined || document === null) return null
    const facts = [...document.relationships, ...document.metrics]
    const stated = facts.flatMap(({ evidence }) => spansOf(evidenceIn(document.id, evidence)))
    return { entities: document.mentions, stated, damaged: document.damage, shown: at }
  }, [document, at])

  if (answer.problem !== undefined) return <ProblemMessage problem={answer.problem} onRetry={answer.retry} />
  if (document === null) return <Message title={words.unknownTitle} hint={words.unknownHint} />
  if (document === undefined || marks === null) return <Loading />
  return (
    <main className="document">
      <DocumentHead document={document}>
        <GraphqlLink operation={DOCUMENT_OPERATION} variables={{ id }} />
        <FactsExport
          title={document.title}
          sentence={words.states(document.title, document.relationships.length)}
          root={document.id}
          relationships={document.relationships}
        />
      </DocumentHead>
      <div className="document-columns">
        <section className="document-text" aria-label={words.text}>
          {document.text === null ? (
            <p className="quiet">{words.noText}</p>
          ) : (
            <>
              <p className="marks" aria-label={words.marks}>
                <span className="named">
                  <span>{words.markEntities}</span>
                </span>
                <mark className="stated-here">{words.markFacts}</mark>
                {document.damage.length > 0 && <mark className="damaged">{words.markDamage}</mark>}
              </p>
              <MarkedText text={document.text} marks={marks} />
            </>
          )}
        </section>
        <section className="document-facts" aria-label={words.facts(document.relationships.length)}>
          <DocumentFacts document={document} at={at} />
        </section>
      </div>
    </main>
  )
}
