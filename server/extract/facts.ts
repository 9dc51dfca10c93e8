/** What the sentences of a document state of the entities they mention. */
import type { TextDocument } from './document.ts'
import type { StatedMetric, StatedRelationship } from './fact.ts'
import { metricsIn } from './figures/read.ts'
import { ownersByName } from './frames/bearing.ts'
import { layOut, type Layout } from './frames/layout.ts'
import { readingsIn, relationshipsIn, withoutReversals } from './frames/read.ts'
import type { Mention } from './mention.ts'
import type { Sentence } from './sentence.ts'
import { trusted } from './trust.ts'

/** The rule of facts that no frame reads. */
export const bearingRule = 'operates-named'

/** Who runs the projects that bear a firm's name, unless sentences say it already. */
const operatedByName = (
  text: string,
  layouts: readonly Layout[],
  mentions: readonly Mention[],
  stated: readonly StatedRelationship[],
): readonly StatedRelationship[] => {
  const said = new Set(stated.filter(({ type }) => type === 'OPERATES').map(({ end }) => end.name))
  const facts = new Map<string, StatedRelationship>()
  for (const [project, owner] of ownersByName(mentions)) {
    const layout = layouts.find(
      ({ sentence }) => sentence.start <= project.start && project.end <= sentence.end,
    )
    if (!layout || said.has(project.name) || facts.has(project.name)) continue
    facts.set(project.name, {
      type: 'OPERATES',
      start: owner,
      end: project,
      product: '',
      stage: stageOf(stated, project),
      since: null,
      figure: null,
      note: null,
      quote: { start: layout.sentence.start, end: layout.sentence.end },
      rule: bearingRule,
      confidence: 1,
    })
  }
  return trusted(text, [...facts.values()])
}

/** A project is as far as the sentences about it say. */
const stageOf = (stated: readonly StatedRelationship[], project: Mention): StatedRelationship['stage'] =>
  stated.find(({ start, end }) => start.name === project.name || end.name === project.name)?.stage ?? 'ACTIVE'

/** Relationships and figures, in the order of the text. `mentions` are in order and do not overlap. */
export const findFacts = (
  document: TextDocument,
  sentences: readonly Sentence[],
  mentions: readonly Mention[],
): { readonly relationships: readonly StatedRelationship[]; readonly metrics: readonly StatedMetric[] } => {
  const layouts = layOut(document.text, sentences, mentions)
  const stated = withoutReversals(layouts.flatMap((layout) => relationshipsIn(document, layout)))
  return {
    relationships: [...stated, ...operatedByName(document.text, layouts, mentions, stated)],
    metrics: layouts.flatMap((layout) => metricsIn(document, layout)),
  }
}

/** What every rule by itself reads: what the rates of rules are measured on. Arguments as for `findFacts`. */
export const readingsOfRules = (
  document: TextDocument,
  sentences: readonly Sentence[],
  mentions: readonly Mention[],
): { readonly relationships: readonly StatedRelationship[]; readonly metrics: readonly StatedMetric[] } => {
  const layouts = layOut(document.text, sentences, mentions)
  const read = layouts.flatMap((layout) => readingsIn(document, layout))
  return {
    relationships: [...read, ...operatedByName(document.text, layouts, mentions, read)],
    metrics: layouts.flatMap((layout) => metricsIn(document, layout)),
  }
}
