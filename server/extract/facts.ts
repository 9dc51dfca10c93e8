/** What the sentences of a document state of the entities they mention. */
import type { TextDocument } from './document.ts'
import type { StatedMetric, StatedRelationship } from './fact.ts'
import { metricsIn } from './figures/read.ts'
import { layOut } from './frames/layout.ts'
import { relationshipsIn } from './frames/read.ts'
import type { Mention } from './mention.ts'
import type { Sentence } from './sentence.ts'

/** Relationships and figures, in the order of the text. `mentions` are in order and do not overlap. */
export const findFacts = (
  document: TextDocument,
  sentences: readonly Sentence[],
  mentions: readonly Mention[],
): { readonly relationships: readonly StatedRelationship[]; readonly metrics: readonly StatedMetric[] } => {
  const layouts = layOut(document.text, sentences, mentions)
  return {
    relationships: layouts.flatMap((layout) => relationshipsIn(document, layout)),
    metrics: layouts.flatMap((layout) => metricsIn(document, layout)),
  }
}
