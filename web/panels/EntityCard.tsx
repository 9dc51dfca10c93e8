import type { ReactNode } from 'react'
import type { Mention, Profile, Relationship } from '../answers.ts'
import { otherEnd } from '../picture.ts'
import { SYMMETRIC } from '../sections.ts'
import { useWords } from '../words.ts'
import { EvidenceList } from './EvidenceList.tsx'
import { LabelMark } from './LabelMark.tsx'
import { MetricTable } from './MetricTable.tsx'
import { PortraitLink } from './PortraitLink.tsx'
import { PendingBadge, StageBadge } from './StageBadge.tsx'

interface Props {
  profile: Profile
  onOpen: (id: string) => void
  /** What can be done with it. */
  children: ReactNode
}

function Mentions({
  title,
  entities,
  onOpen,
}: {
  title: string
  entities: readonly Mention[] | undefined
  onOpen: (id: string) => void
}) {
  if (entities === undefined || entities.length === 0) return null
  return (
    <div className="pair">
      <dt>{title}</dt>
      <dd className="mentions">
        {entities.map((entity) => (
          <button
            key={entity.id}
            type="button"
            className="mention"
            onClick={() => {
              onOpen(entity.id)
            }}
          >
            <LabelMark label={entity.label} />
            <span>{entity.name}</span>
          </button>
        ))}
      </dd>
    </div>
  )
}

/** A relationship told from the card's entity, which opens to its evidence in place. */
function Link({ relationship, id }: { relationship: Relationship; id: string }) {
  const { typeName } = useWords()
  const other = otherEnd(relationship, id)
  const arrow = SYMMETRIC.includes(relationship.type) ? '↔' : relationship.start.id === id ? '→' : '←'
  return (
    <li>
      <details className="link">
        <summary>
          <span className="link-type">
            <span aria-hidden="true">{arrow} </span>
            {typeName(relationship.type)}
          </span>
          <span className="link-other">
            {other.name}
            {relationship.product !== null && <span className="quiet"> {relationship.product}</span>}
          </span>
          {relationship.stage !== 'ACTIVE' && <StageBadge stage={relationship.stage} />}
          {relationship.pending && <PendingBadge />}
        </summary>
        <EvidenceList evidence={relationship.evidence} />
      </details>
    </li>
  )
}

function Facts({ profile, onOpen }: { profile: Profile; onOpen: (id: string) => void }) {
  const { text } = useWords()
  const { card } = text
  const { aliases, englishName, code, region, description } = profile
  const names = [...aliases, ...(englishName === null || aliases.includes(englishName) ? [] : [englishName])]
  const texts: [string, string | null | undefined][] = [
    [card.aliases, names.join('、')],
    [card.code, code],
    [card.description, description],
  ]
  return (
    <dl className="details">
      {texts.map(([title, value]) =>
        value === null || value === undefined || value === '' ? null : (
          <div key={title} className="pair">
            <dt>{title}</dt>
            <dd>{value}</dd>
          </div>
        ),
      )}
      <Mentions title={card.region} entities={region === null ? [] : [region]} onOpen={onOpen} />
      <Mentions title={card.parks} entities={profile.parks} onOpen={onOpen} />
      <Mentions title={card.clusters} entities={profile.clusters} onOpen={onOpen} />
      <Mentions title={card.products} entities={profile.products} onOpen={onOpen} />
      <Mentions title={card.projects} entities={profile.projects} onOpen={onOpen} />
      <Mentions title={card.policies} entities={profile.policies} onOpen={onOpen} />
      <Mentions title={card.parents} entities={profile.parents} onOpen={onOpen} />
      <Mentions title={card.subsidiaries} entities={profile.subsidiaries} onOpen={onOpen} />
    </dl>
  )
}

/** What is known about one entity: names, places, products, figures and its relationships, each with its evidence. */
export function EntityCard({ profile, onOpen, children }: Props) {
  const { text, labelName } = useWords()
  const { card } = text
  const { id, label, name, metrics, relationships } = profile
  return (
    <article className="card">
      <p className="card-label">
        <LabelMark label={label} /> {labelName(label)}
      </p>
      <h2>{name}</h2>
      <PortraitLink entity={profile} />
      {children}
      <Facts profile={profile} onOpen={onOpen} />
      {metrics.length > 0 && (
        <>
          <h3>{card.metrics}</h3>
          <MetricTable metrics={metrics} />
        </>
      )}
      <h3>{card.relationships(relationships.edges.length, relationships.totalCount)}</h3>
      {relationships.totalCount === 0 ? (
        <p className="quiet">{card.noRelationships}</p>
      ) : (
        <ul className="links">
          {relationships.edges.map(({ node }) => (
            <Link key={node.id} relationship={node} id={id} />
          ))}
        </ul>
      )}
    </article>
  )
}
