import type { AnswerKind } from '../answer/answer.ts'
import type { DecisionKind, ReviewKind } from '../review/review.ts'
import type { Portrayed } from '../portrait/portrayed.ts'
import type { Tool } from '../target.ts'

/** The words of the pages beside the home page and an entity's: answers, documents, review, quality, overview. */
export interface PagesText {
  tools: string
  toolNames: Record<Tool, string>
  /** What the page that tells all of an entity is called. */
  portraits: Record<Portrayed, string>
  answer: {
    kinds: Record<AnswerKind, string>
    kindHints: Record<AnswerKind, string>
    answers: (count: number) => string
    aside: string
    others: string
    reading: string
    taken: (text: string, name: string) => string
    ambiguous: (text: string, count: number) => string
    change: (text: string) => string
    otherwise: string
    noOther: string
    open: string
    remove: string
    removeFilter: (filter: string) => string
    metrics: string
    leads: (count: number) => string
    leadsHint: string
    via: string
    score: (percent: number) => string
    suggestions: string
    searched: string
    documents: (count: number) => string
    dates: (from: string, to: string) => string
    graphiql: string
    about: string
    selectHint: string
  }
  document: {
    /** What a document hands on, in one sentence. */
    states: (title: string, count: number) => string
    digest: string
    noText: string
    text: string
    publisher: string
    date: string
    source: string
    file: string
    damage: (count: number) => string
    damaged: string
    facts: (count: number) => string
    figures: (count: number) => string
    noFacts: string
    first: (count: number) => string
    place: (start: number) => string
    row: (file: string, row: number) => string
    withdraw: string
    withdrawHint: string
    noSource: string
    unknownTitle: string
    unknownHint: string
    read: string
    openSource: string
    marks: string
    markEntities: string
    markFacts: string
    markDamage: string
  }
  review: {
    title: string
    waiting: (count: number) => string
    kinds: Record<ReviewKind, string>
    asks: Record<ReviewKind, string>
    all: string
    nothingTitle: string
    nothingHint: string
    list: string
    decision: string
    signIn: string
    signInHint: string
    reviewer: string
    token: string
    start: string
    signOut: (reviewer: string) => string
    keys: string
    next: string
    previous: string
    accept: string
    reject: string
    merge: string
    split: string
    retype: string
    undo: string
    candidates: string
    mergeWith: string
    splitAs: string
    splitHint: string
    retypeTo: string
    cancel: string
    confirm: string
    deciding: string
    refused: string
    failed: (reason: string) => string
    log: (count: number) => string
    emptyLog: string
    decisions: Record<DecisionKind, string>
    takenBack: string
    inDocument: string
    fact: string
    filter: string
    inText: string
  }
  quality: {
    title: string
    explanation: string
    measured: string
    collection: string
    collections: (collection: string, part: string, documents: number) => string
    types: string
    labels: string
    kind: string
    annotated: string
    precision: string
    recall: string
    f1: string
    interval: string
    relaxed: string
    given: string
    pending: string
    oneSource: string
    total: string
    facts: string
    factsHint: string
    damagedTitle: (count: number) => string
    noDamage: string
    open: string
    trust: string
    trustLines: Record<'entities' | 'relations' | 'stage' | 'evidence' | 'resolution' | 'metrics', string>
  }
  overview: {
    title: string
    entities: string
    relationships: string
    documents: string
    evidence: string
    loadedAt: (time: string) => string
    version: string
    products: string
    productsHint: string
    places: string
    placesHint: string
    unnamed: string
    noPlace: string
    rest: string
    noProduct: string
    supplies: (count: number) => string
    /** Asks who supplies a product. */
    question: (product: string) => string
    /** What the overview hands on, in one sentence. */
    states: (count: number) => string
    recent: string
    recentEmpty: string
    undated: string
    asTable: string
    chart: (title: string, items: string) => string
  }
}
