/** Which entity each name in a document means: a known one, a new one, or, in doubt, none until a person decides. */
import { tierOf } from '../extract/confidence.ts'
import type { Mention } from '../extract/mention.ts'
import type { Span } from '../extract/span.ts'
import { entityId } from '../model/identity.ts'
import type { Label } from '../model/model.ts'
import type { DecidedName } from '../review/decision.ts'
import type { Decisions } from '../review/decisions.ts'
import type { Names, Resolved } from './resolve.ts'
import type { SourceText } from './text.ts'

/** A name that a person is to decide: which of several it means (SAME_AS), or whether it is one at all (NAME). */
export interface Doubt extends Span {
  readonly kind: 'SAME_AS' | 'NAME'
  /** The id of the document. */
  readonly document: string
  readonly source: string
  readonly label: Label
  readonly name: string
  /** The entities it may mean; none for NAME. */
  readonly candidates: readonly Resolved[]
}

/** A text with the id of its document. */
type IdentifiedText = SourceText & { readonly id: string }

/** Decides the mentions of texts, one text after another, and collects what is in doubt. */
export class EntityOfMention {
  private readonly found: Doubt[] = []

  constructor(
    private readonly names: Names,
    private readonly decisions: Decisions,
  ) {}

  /** What is in doubt in the texts decided so far. */
  get doubts(): readonly Doubt[] {
    return this.found
  }

  /** The entity of each mention of a text; those in doubt and those that are too uncertain are left out. */
  decide(text: IdentifiedText, mentions: readonly Mention[]): ReadonlyMap<Mention, Resolved> {
    const decided = new Map<Mention, Resolved>()
    for (const mention of mentions) {
      const entity = this.entityOf(text, mention)
      if (entity !== undefined) decided.set(mention, entity)
    }
    return decided
  }

  private entityOf(text: IdentifiedText, mention: Mention): Resolved | undefined {
    const candidates = mention.known.map((id) => this.names.entityWith(id))
    const [only] = candidates
    const of: DecidedName =
      only !== undefined && candidates.length === 1 ? only : { label: mention.label, name: mention.name }
    const meant = this.decisions.meaning({ label: of.label, name: of.name }, text.id)
    const isDecided = meant.name !== of.name || meant.label !== of.label
    const verdict = this.decisions.name(meant)
    if (verdict === 'REJECT') return undefined
    if (candidates.length > 1 && !isDecided) {
      this.doubt('SAME_AS', text, mention, candidates)
      return undefined
    }
    const tier =
      candidates.length === 1 || isDecided || verdict === 'ACCEPT' ? 'A' : tierOf(mention.confidence)
    if (tier === 'C') return undefined
    if (tier === 'B') this.doubt('NAME', text, mention, [])
    return isDecided ? this.named(meant) : (only ?? this.named(of))
  }

  /** The entity of a name: one that tables declare, else a new one. */
  private named({ label, name }: DecidedName): Resolved {
    const known = this.names.resolve({ name, labels: [label], column: '' })
    return 'reason' in known ? { id: entityId(label, name), label, name } : known
  }

  private doubt(
    kind: Doubt['kind'],
    text: IdentifiedText,
    { start, end, label, name }: Mention,
    candidates: readonly Resolved[],
  ): void {
    this.found.push({ kind, document: text.id, source: text.source, label, name, start, end, candidates })
  }
}
