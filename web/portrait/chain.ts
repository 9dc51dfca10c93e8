/** Which products the members of a park or cluster make, and what these are made of or go into. */
import { type Mention, type Relationship, STAGES } from '../answers.ts'

export interface Piece extends Mention {
  chain?: { edges: readonly { node: Relationship }[] }
}

export interface Making extends Relationship {
  end: Piece
}

interface Page<Node> {
  edges: readonly { node: Node }[]
}

export interface ChainAnswer {
  entity: {
    id: string
    companies?: Page<{ id: string; made: Page<Making>; supplied: Page<Relationship> }> & {
      totalCount: number
    }
    own?: Page<Relationship>
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
  facts: readonly Relationship[]
}

export interface Chain {
  rows: readonly ChainRow[]
  /** The ids of the companies of the park or cluster. */
  members: ReadonlySet<string>
  /** Of the companies, those not asked about included. */
  countMembers: number
}

/** The facts to show: of each maker one, running business before what is only planned or signed. */
export function shownFacts({ facts, position }: ChainRow): readonly Relationship[] {
  if (position !== 'OWN') return facts
  const byMaker = new Map<string, Relationship>()
  for (const fact of facts) {
    const known = byMaker.get(fact.start.id)
    if (known === undefined || STAGES.indexOf(fact.stage) < STAGES.indexOf(known.stage))
      byMaker.set(fact.start.id, fact)
  }
  return [...byMaker.values()]
}

class Rows {
  private readonly rows = new Map<string, ChainRow>()

  add(position: Position, { name, id }: { name: string; id: string | null }, fact: Relationship): void {
    const row = this.rows.get(name)
    if (row === undefined) this.rows.set(name, { key: name, position, name, id, facts: [fact] })
    // What is made here is told as such, wherever else it stands in the chain.
    else if (row.position === position) this.rows.set(name, { ...row, facts: [...row.facts, fact] })
  }

  all(): ChainRow[] {
    return [...this.rows.values()].sort(
      (a, b) => POSITIONS.indexOf(a.position) - POSITIONS.indexOf(b.position),
    )
  }
}

/** The chain that the members stand in, upstream first. */
export function chainOf({ entity }: ChainAnswer): Chain {
  const companies = entity?.companies?.edges.map(({ node }) => node) ?? []
  const rows = new Rows()
  const made = companies.flatMap((company) => company.made.edges.map(({ node }) => node))
  for (const fact of made) rows.add('OWN', fact.end, fact)
  for (const { supplied } of companies)
    for (const { node } of supplied.edges)
      if (node.product !== null && node.product !== '')
        rows.add('OWN', { name: node.product, id: null }, node)
  for (const { end: product } of made)
    for (const { node: link } of product.chain?.edges ?? []) {
      if (link.end.id === product.id) rows.add('UPSTREAM', link.start, link)
      else rows.add('DOWNSTREAM', link.end, link)
    }
  for (const { node } of entity?.own?.edges ?? [])
    if (node.start.label === 'PRODUCT') rows.add('NAMED', node.start, node)
  return {
    rows: rows.all(),
    members: new Set(companies.map(({ id }) => id)),
    countMembers: entity?.companies?.totalCount ?? 0,
  }
}

/** The products whose makers are asked for: those that nobody here makes first, as they may be gaps. */
export function askedProducts({ rows }: Chain, most: number): readonly string[] {
  const isOwn = (row: ChainRow): number => Number(row.position === 'OWN')
  return [...rows]
    .sort((a, b) => isOwn(a) - isOwn(b))
    .flatMap(({ id }) => (id === null ? [] : [id]))
    .slice(0, most)
}

/** Whether nobody is stated to make a product; false where its makers were not asked for. */
export function isGap(row: ChainRow, makers: ReadonlyMap<string, readonly Mention[]>): boolean {
  return row.position !== 'OWN' && row.id !== null && makers.get(row.id)?.length === 0
}
