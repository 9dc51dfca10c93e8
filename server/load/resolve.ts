/**
 * Which entity a name means, among everything that all sources declare: its own name first, else an alias that
 * belongs to one entity alone. A pure function of the sources, so the order of loading does not matter.
 */
import { entityId } from '../model/identity.ts'
import { labels, type Label } from '../model/model.ts'
import type { KnownName } from '../extract/gazetteer.ts'
import { nameKey } from '../names/normalise.ts'
import type { KnownEntity } from '../names/resolveNames.ts'
import { compare } from './origin.ts'
import type { EntityStatement, Mention } from './statements.ts'

export interface Resolved {
  readonly id: string
  readonly label: Label
  readonly name: string
}

/** What a name could not be resolved to, as a sentence. */
export interface Unresolved {
  readonly reason: string
}

interface Declared extends Resolved {
  readonly sources: Set<string>
  readonly aliases: Set<string>
}

const add = <V>(map: Map<string, Set<V>>, key: string, value: V): void => {
  const known = map.get(key)
  if (known) known.add(value)
  else map.set(key, new Set([value]))
}

const describe = (entities: readonly Resolved[]): string =>
  entities
    .map(({ label, name }) => `${name} (${label})`)
    .sort()
    .join(', ')

export class Names {
  private readonly own = new Map<string, Declared>()
  private readonly byName = new Map<string, Set<string>>()
  private readonly byAlias = new Map<string, Set<string>>()
  private readonly joined = new Map<string, string>()
  /** A table names the same few things in many rows. */
  private readonly resolved = new Map<string, Resolved | Unresolved>()

  constructor(statements: Iterable<EntityStatement>) {
    for (const { label, name, aliases, source } of statements) {
      const id = entityId(label, name)
      const known = this.own.get(id) ?? { id, label, name, sources: new Set(), aliases: new Set() }
      known.sources.add(source)
      // Two spellings of one name: the first by code point is shown, whatever came first.
      this.own.set(id, name < known.name ? { ...known, name } : known)
      add(this.byName, nameKey(name), id)
      for (const alias of aliases) {
        known.aliases.add(alias)
        add(this.byAlias, nameKey(alias), id)
      }
    }
    // Shorter names first, so that what joins what does not depend on the order of the sources.
    const byLength = [...this.own.values()].sort(
      (left, right) => left.name.length - right.name.length || (left.id < right.id ? -1 : 1),
    )
    for (const declared of byLength) this.join(declared)
  }

  /** The entity that a declared (label, name) has become. */
  entityOf(label: Label, name: string): Resolved {
    return this.root(entityId(label, name)) ?? { id: entityId(label, name), label, name }
  }

  /** The entity with an id that `known` gave out. Throws for any other. */
  entityWith(id: string): Resolved {
    const found = this.root(id)
    if (found === undefined) throw new RangeError(`no source declares an entity with the id ${id}`)
    return found
  }

  /** Every entity with its aliases, in the order of the ids. */
  entities(): readonly KnownEntity[] {
    const found = new Map<string, Resolved & { readonly aliases: Set<string> }>()
    for (const { text, ...entity } of this.known()) {
      const { aliases } = found.get(entity.id) ?? { aliases: new Set<string>() }
      if (text !== entity.name) aliases.add(text)
      found.set(entity.id, { ...entity, aliases })
    }
    return [...found.values()]
      .map(({ id, label, name, aliases }) => ({ id, label, name, aliases: [...aliases] }))
      .sort((left, right) => compare(left.id, right.id))
  }

  /** Every name and alias with the entity that has it, in the order of the names. */
  known(): readonly KnownName[] {
    return [...this.own.values()]
      .flatMap((declared) => {
        const { id, label, name } = this.entityOf(declared.label, declared.name)
        return [declared.name, ...declared.aliases].map((text) => ({ text, id, label, name }))
      })
      .sort((left, right) => compare(left.text, right.text) || compare(left.id, right.id))
  }

  /** The entity a mention means, or why it means none. */
  resolve(mention: Mention): Resolved | Unresolved {
    const asked = `${mention.labels.join()} ${mention.name}`
    const known = this.resolved.get(asked)
    if (known !== undefined) return known
    const found = this.find(mention)
    this.resolved.set(asked, found)
    return found
  }

  private find(mention: Mention): Resolved | Unresolved {
    const key = nameKey(mention.name)
    const named = this.candidates(this.byName.get(key), labels)
    const fitting = named.filter(({ label }) => mention.labels.includes(label))
    const found = fitting.length > 0 ? fitting : this.candidates(this.byAlias.get(key), mention.labels)
    const [only, ...others] = found
    if (only !== undefined && others.length === 0) return only
    if (only !== undefined)
      return { reason: `it names several: ${describe(found)}; write the full name of one` }
    if (named.length > 0)
      return { reason: `${describe(named)} can't stand here; allowed: ${mention.labels.join(', ')}` }
    return {
      reason: `no entity has this name; add it to a table of entities (label, name), as ${mention.labels.join(' or ')}`,
    }
  }

  private candidates(ids: ReadonlySet<string> | undefined, allowed: readonly Label[]): Resolved[] {
    const roots = new Map<string, Resolved>()
    for (const id of ids ?? []) {
      const root = this.root(id)
      if (root && allowed.includes(root.label)) roots.set(root.id, root)
    }
    return [...roots.values()]
  }

  private root(id: string): Resolved | undefined {
    let at = id
    for (let next = this.joined.get(at); next !== undefined; next = this.joined.get(at)) at = next
    return this.own.get(at)
  }

  /** A name joins the one entity of its kind whose alias it is, unless one source lists the two as two. */
  private join(declared: Declared): void {
    const candidates = [...(this.byAlias.get(nameKey(declared.name)) ?? [])].filter(
      (id) => id !== declared.id && this.own.get(id)?.label === declared.label,
    )
    const target = candidates.length === 1 ? this.own.get(candidates[0] ?? '') : undefined
    if (!target || [...declared.sources].some((source) => target.sources.has(source))) return
    // Each the other's alias: the longer name stays, so that the joining has no circle.
    if (this.root(target.id)?.id === declared.id) return
    this.joined.set(declared.id, target.id)
  }
}
