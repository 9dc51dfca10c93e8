import type { DocumentKind, MatchReason, RelationshipType, Stage } from '../answers.ts'
import type { Problem } from '../api.ts'
import type { Whereabout } from '../filters.ts'
import type { Column } from '../state.ts'
import type { PagesText } from './pages.ts'
import type { Change } from '../time.ts'

/** Every word of the page that does not come from the API. A language is complete or it does not compile. */
export interface Text {
  brand: string
  tagline: string
  explanation: string
  home: string
  otherLanguage: string
  dark: string
  skip: { label: string; table: string; details: string }
  search: {
    label: string
    placeholder: string
    /** Of a box that takes names only. */
    namePlaceholder: string
    loading: string
    nothing: (text: string) => string
    /** Asks what was typed as a question. */
    ask: (text: string) => string
    reasons: Record<MatchReason, string>
  }
  examples: {
    title: string
    suppliers: (name: string) => string
    customers: (name: string) => string
    around: (name: string) => string
    graph: string
    documents: string
    evidence: string
    emptyTitle: string
    emptyHint: string
  }
  stages: Record<Stage, string>
  documentKinds: Record<DocumentKind, string>
  controls: {
    mode: string
    chain: string
    neighbors: string
    direction: string
    both: string
    upstream: string
    downstream: string
    depth: string
    tiers: (depth: number) => string
  }
  legend: {
    title: string
    labels: string
    types: string
    stages: string
    showAll: string
  }
  table: {
    caption: (name: string) => string
    columns: Record<Column, string>
    upstream: (tier: number, count: number) => string
    downstream: (tier: number, count: number) => string
    other: (count: number) => string
    incoming: string
    outgoing: string
    supplies: (name: string) => string
    suppliedBy: (name: string) => string
    /** Where a cell has nothing to say. */
    nothing: string
    omitted: (count: number) => string
    allHidden: string
    find: string
    found: (found: number, all: number) => string
    choose: string
    page: (first: number, last: number, all: number) => string
    previous: string
    next: string
  }
  graph: {
    marking: string
    summary: (name: string, entities: number, relationships: number) => string
    fit: string
    zoomIn: string
    zoomOut: string
    arrange: string
    failed: string
    hint: string
  }
  card: {
    title: string
    close: string
    aliases: string
    code: string
    region: string
    description: string
    parks: string
    clusters: string
    products: string
    projects: string
    policies: string
    parents: string
    subsidiaries: string
    metrics: string
    change: string
    planned: string
    relationships: (shown: number, total: number) => string
    noRelationships: string
    center: string
    expand: string
    collapse: string
  }
  evidence: {
    title: string
    count: (sources: number) => string
    first: (count: number) => string
    product: string
    stage: string
    since: string
    until: string
    figure: string
    note: string
    confidence: string
    row: (file: string, row: number) => string
    file: (file: string) => string
    digest: string
    open: string
    noAddress: string
    date: string
  }
  states: {
    loading: string
    cancel: string
    retry: string
    noSupplyTitle: string
    noSupplyHint: string
    emptyChainHint: (name: string) => string
    aloneTitle: string
    aloneHint: string
    unknownTitle: string
    unknownHint: string
    problems: Record<Exclude<Problem['kind'], 'NOT_FOUND'>, { title: string; hint: string }>
  }
  filters: {
    title: string
    open: (active: number) => string
    clear: string
    product: string
    productHint: string
    whereabouts: Record<Whereabout, string>
    any: string
    confidence: string
    sources: string
    percent: (least: number) => string
    atLeast: (least: number) => string
    asOf: string
    now: string
    compare: string
    before: string
    noDates: string
  }
  pending: { title: string; name: string }
  changes: {
    title: string
    names: Record<Change, string>
    /** Stands before the caption of a line in the graph. */
    signs: Record<Change, string>
    between: (before: string, asOf: string) => string
    none: string
    wasStage: (stage: string) => string
  }
  tools: {
    /** What stands at the other end of a relationship, followed out of an entity or into it. */
    ways: Record<RelationshipType, { OUT: string; IN: string }>
    group: (count: number, way: string, label: string) => string
    undo: string
    redo: string
    menu: (name: string) => string
    expand: string
    nothingToExpand: string
    everything: string
    remove: string
    restore: (count: number) => string
    pin: string
    unpin: string
    mark: string
    unmark: string
    marked: (count: number) => string
    common: string
    noCommon: string
    commonFound: (count: number) => string
    clearCommon: string
    groups: string
  }
  paths: {
    title: string
    from: string
    to: string
    maxLength: string
    steps: (length: number) => string
    find: string
    clear: string
    found: (count: number) => string
    none: (maxLength: number) => string
    same: string
    chosen: (name: string) => string
  }
  outline: {
    title: string
    hint: string
    entity: (label: string, links: number) => string
    more: (count: number) => string
    announce: (entities: number, relationships: number) => string
    selected: (name: string) => string
  }
  pages: PagesText
}
