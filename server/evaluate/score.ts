/** Everything that is measured of one document. */
import { tierOf } from '../extract/confidence.ts'
import { splitSentences } from '../extract/sentence.ts'
import type { Tagger } from '../extract/tagger/tagger.ts'
import { scoreEntities, type EntityScore } from './entities.ts'
import { scoreEvidence, type EvidenceScore } from './evidence.ts'
import type { Extractor } from './extractor.ts'
import type { Identify } from './gold.ts'
import { givenMentions, type LocatedDocument } from './locate.ts'
import { scoreMetrics, type MetricScore } from './metrics.ts'
import { scoreRelations, type RelationScore } from './relations.ts'
import type { Resolved } from './resolution.ts'

export interface DocumentScore {
  readonly located: LocatedDocument
  readonly entities: EntityScore
  /** Found end to end. */
  readonly relations: RelationScore
  /** Read from the annotated mentions. */
  readonly relationsGiven: RelationScore
  readonly metrics: MetricScore
  readonly metricsGiven: MetricScore
  readonly evidence: EvidenceScore
  readonly resolved: readonly Resolved[]
}

/** What is kept, accepted or 待核: the rest never reaches a reader. */
const kept = <Fact extends { readonly confidence: number }>(facts: readonly Fact[]): readonly Fact[] =>
  facts.filter(({ confidence }) => tierOf(confidence) !== 'C')

/** The things and ids of the found mentions that are annotated; one left to a person stands alone. */
const resolvedMentions = (
  located: LocatedDocument,
  { pairs }: EntityScore,
  extractor: Extractor,
  identify: Identify,
): readonly Resolved[] => {
  const { file, document } = located
  const entities = extractor.resolve(
    file,
    document,
    pairs.map(({ found }) => found),
  )
  return pairs.map(({ gold, found }) => ({
    label: gold.entity.label,
    thing: identify(file, gold.entity.name),
    id: entities.get(found)?.id ?? `${file} ${found.start.toString()}`,
  }))
}

/** Reads one document, with the shipped tagger where none is given, and measures what was found. */
export const scoreDocument = (
  located: LocatedDocument,
  extractor: Extractor,
  identify: Identify,
  tagger?: Tagger,
): DocumentScore => {
  const { document } = located
  const found = extractor.extract(document, tagger)
  const given = extractor.factsOf(document, givenMentions(located))
  const entities = scoreEntities(located, found.mentions)
  const relationships = kept(found.relationships)
  return {
    located,
    entities,
    relations: scoreRelations(located, relationships),
    relationsGiven: scoreRelations(located, kept(given.relationships)),
    metrics: scoreMetrics(located, kept(found.metrics)),
    metricsGiven: scoreMetrics(located, kept(given.metrics)),
    evidence: scoreEvidence({
      text: document.text,
      sentences: splitSentences(document.text),
      mentions: found.mentions,
      relationships,
    }),
    resolved: resolvedMentions(located, entities, extractor, identify),
  }
}
