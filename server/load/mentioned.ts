/** Which entity each name in a document means: a known one, a new one, or, in doubt, none until a person decides. */
import { tierOfName } from '../extract/confidence.ts'
import type { Mention } from '../extract/mention.ts'
import type { Span } from '../extract/span.ts'
import { entityId } from '../model/identity.ts'
import type { Label } from '../model/model.ts'
import type { DocumentName } from '../names/readNames.ts'
import { resolveNames } from '../names/resolveNames.ts'
import type { DecidedName } from '../review/decision.ts'
import type { Decisions } from '../review/decisions.ts'
import { isMeantIn } from './relativeName.ts'
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

const newEntity = (label: Label, name: string): Resolved => ({ id: entityId(label, name), label, name })

/** A text with the id of its document, and what it mentions. */
export interface MentioningText {
  readonly text: SourceText & { readonly id: string }
  readonly mentions: readonly Mention[]
}

const keyOf = (label: Label, name: string, document: string): string =>
  JSON.stringify([label, name, document])

/** The known entities that a mention may mean in its text. */
const knownIn = (names: Names, { document }: SourceText, mention: Mention): readonly Resolved[] =>
  mention.known
    .map((id) => names.entityWith(id))
    .filter((entity) => isMeantIn(document.text, mention.text, entity))

/** The name of what a mention means where it is nothing known: what its document calls it. */
const nameIn = ({ known, name, text }: Mention): string => (known.length > 0 ? text : name)

/** The names that no table knows, with the other spellings each document gives them. */
const newNamesOf = (names: Names, texts: Iterable<MentioningText>): readonly DocumentName[] => {
  const all: DocumentName[] = []
  for (const { text, mentions } of texts) {
    const found = new Map<string, { label: Label; name: string; aliases: Set<string> }>()
    for (const mention of mentions) {
      const { label, text: written } = mention
      if (knownIn(names, text, mention).length > 0 || tierOfName(mention.confidence) === 'C') continue
      const name = nameIn(mention)
      const key = keyOf(label, name, text.id)
      const one = found.get(key) ?? { label, name, aliases: new Set<string>() }
      if (written !== name) one.aliases.add(written)
      found.set(key, one)
    }
    for (const { label, name, aliases } of found.values())
      all.push({ label, name, aliases: [...aliases].sort(), document: text.id })
  }
  return all
}

/** What a name was decided to mean: an entity, or none until a person says which of some. */
interface Meaning {
  readonly entity: Resolved | undefined
  readonly candidates: readonly Resolved[]
}

/**
 * Decides the mentions of all texts together, and collects what is in doubt. Of the texts that it is made from only the
 * names are kept.
 */
export class EntityOfMention {
  private readonly found: Doubt[] = []
  /** What is in doubt in the text that is decided, which asks about a name once. */
  private readonly asked = new Set<string>()
  private readonly meanings = new Map<string, Meaning>()

  constructor(
    private readonly names: Names,
    private readonly decisions: Decisions,
    texts: Iterable<MentioningText>,
  ) {
    const { assignments, review } = resolveNames(newNamesOf(names, texts), names.entities())
    const asked = new Map(review.map((one) => [keyOf(one.label, one.name, one.document), one.candidates]))
    for (const { label, name, document, id, entity } of assignments) {
      const key = keyOf(label, name, document)
      this.meanings.set(key, {
        entity: entity === null ? undefined : id === null ? newEntity(label, entity) : names.entityWith(id),
        candidates: (asked.get(key) ?? []).map((candidate) => this.named({ label, name: candidate })),
      })
    }
  }

  /** What is in doubt in the texts decided so far. */
  get doubts(): readonly Doubt[] {
    return this.found
  }

  /** The entity of each mention of a text; those in doubt and those that are too uncertain are left out. */
  decide({ text, mentions }: MentioningText): ReadonlyMap<Mention, Resolved> {
    const decided = new Map<Mention, Resolved>()
    this.asked.clear()
    for (const mention of mentions) {
      const entity = this.entityOf(text, mention)
      if (entity !== undefined) decided.set(mention, entity)
    }
    return decided
  }

  private entityOf(text: MentioningText['text'], mention: Mention): Resolved | undefined {
    const { entity, candidates } = this.meaningOf(text, mention)
    const of: DecidedName = entity ?? { label: mention.label, name: nameIn(mention) }
    const meant = this.decisions.meaning({ label: of.label, name: of.name }, text.id)
    const isDecided = meant.name !== of.name || meant.label !== of.label
    const verdict = this.decisions.name(meant)
    if (verdict === 'REJECT') return undefined
    if (isDecided) return this.named(meant)
    const isSure = knownIn(this.names, text, mention).length === 1 || verdict === 'ACCEPT'
    const tier = isSure ? 'A' : tierOfName(mention.confidence)
    if (tier === 'C') return undefined
    if (candidates.length > 0 && verdict !== 'ACCEPT') this.doubt('SAME_AS', text, mention, candidates)
    else if (tier === 'B' && entity !== undefined) this.doubt('NAME', text, mention, [])
    return entity
  }

  private meaningOf(text: MentioningText['text'], mention: Mention): Meaning {
    const known = knownIn(this.names, text, mention)
    if (known.length === 1) return { entity: known[0], candidates: [] }
    if (known.length > 1) return { entity: undefined, candidates: known }
    const { label, name } = mention
    return (
      this.meanings.get(keyOf(label, name, text.id)) ?? { entity: newEntity(label, name), candidates: [] }
    )
  }

  /** The entity of a name: one that tables declare, else a new one. */
  private named({ label, name }: DecidedName): Resolved {
    const known = this.names.resolve({ name, labels: [label], column: '' })
    return 'reason' in known ? newEntity(label, name) : known
  }

  private doubt(
    kind: Doubt['kind'],
    text: MentioningText['text'],
    { start, end, label, name }: Mention,
    candidates: readonly Resolved[],
  ): void {
    const asked = `${kind} ${label} ${name}`
    if (this.asked.has(asked)) return
    this.asked.add(asked)
    this.found.push({ kind, document: text.id, source: text.source, label, name, start, end, candidates })
  }
}
