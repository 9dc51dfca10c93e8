/** Which products the members of a park or cluster make, who else makes them, and where the chain has no maker. */
import { type Mention, type Relationship, STAGES } from '../answers.ts'

interface Makers {
  totalCount: number
  edges?: readonly { node: Mention }[]
}

export interface Piece extends Mention {
  makers?: Makers
  chain?: { edges: readonly { node: Step }[] }
}

export interface Step extends Relationship {
  start: Piece
  end: Piece
}

interface Steps {
  edges: readonly { node: Step }[]
}

export interface ChainAnswer {
  entity: {
    id: string
    companies?: { edges: readonly { node: { id: string; made: Steps; supplied: Steps } }[] }
    own?: Steps
  } | null
}

/** OWN is made or supplied here; UPSTREAM goes into that, DOWNSTREAM is made of it; NAMED belongs to the cluster. */
export const POSITIONS = ['UPSTREAM', 'OWN', 'DOWNSTREAM', 'NAMED'] as const
export type Position = (typeof POSITIONS)[number]

export interface ChainRow {
  key: string
  position: Position
  name: string
  /** Null where only words on a relationship name the product. */
  id: string | null
  /** The facts that state it: who here makes or supplies it, else what joins it to the chain. */
  facts: readonly Step[]
  /** Who makes it elsewhere, as far as named. */
  elsewhere: readonly Mention[]
  /** Of all that make it elsewhere, those not named included. */
  countElsewhere: number
}

/** Whether nobody is stated to make a product, here or elsewhere. */
export function isGap({ position, facts, countElsewhere, id }: ChainRow): boolean {
  return id !== null && countElsewhere === 0 && (position !== 'OWN' || facts.length === 0)
}

/** The facts to show: of each maker one, running business before what is only planned or signed. */
export function shownFacts({ facts, position }: ChainRow): readonly Step[] {
  if (position !== 'OWN') return facts
  const byMaker = new Map<string, Step>()
  for (const fact of facts) {
    const known = byMaker.get(fact.start.id)
    if (known === undefined || STAGES.indexOf(fact.stage) < STAGES.indexOf(known.stage))
      byMaker.set(fact.start.id, fact)
  }
  return [...byMaker.values()]
}

class Rows {
  private readonly rows = new Map<string, ChainRow>()

  constructor(private readonly members: ReadonlySet<string>) {}

  add(position: Position, piece: Pick<Piece, 'name'> & Partial<Piece>, fact: Step): void {
    const key = piece.name
    const row = this.rows.get(key)
    if (row !== undefined) {
      // What is made here is told as such, wherever else it stands in the chain.
      if (row.position !== position) return
      this.rows.set(key, { ...row, facts: [...row.facts, fact] })
      return
    }
    const makers = piece.makers?.edges?.map(({ node }) => node) ?? []
    const elsewhere = makers.filter(({ id }) => !this.members.has(id))
    const here = makers.length - elsewhere.length
    this.rows.set(key, {
      key,
      position,
      name: piece.name,
      id: piece.id ?? null,
      facts: [fact],
      elsewhere,
      countElsewhere: Math.max(0, (piece.makers?.totalCount ?? 0) - here),
    })
  }

  all(): ChainRow[] {
    return [...this.rows.values()].sort(
      (a, b) => POSITIONS.indexOf(a.position) - POSITIONS.indexOf(b.position),
    )
  }
}

/** The rows of the chain, upstream first. */
export function chainOf({ entity }: ChainAnswer): ChainRow[] {
  const companies = entity?.companies?.edges.map(({ node }) => node) ?? []
  const rows = new Rows(new Set(companies.map(({ id }) => id)))
  const made = companies.flatMap((company) => company.made.edges.map(({ node }) => node))
  for (const fact of made) rows.add('OWN', fact.end, fact)
  for (const { supplied } of companies)
    for (const { node } of supplied.edges)
      if (node.product !== null && node.product !== '') rows.add('OWN', { name: node.product }, node)
  for (const { end: product } of made)
    for (const { node: link } of product.chain?.edges ?? []) {
      if (link.end.id === product.id) rows.add('UPSTREAM', link.start, link)
      else rows.add('DOWNSTREAM', link.end, link)
    }
  for (const { node } of entity?.own?.edges ?? [])
    if (node.start.label === 'PRODUCT') rows.add('NAMED', node.start, node)
  return rows.all()
}
