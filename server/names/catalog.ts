/**
 * The entities of one version of the data, in memory: who has which id and name, and what lies inside what. Names
 * are found here rather than in the store, so both stores find the same in the same order.
 */
import { isLabel, type Label } from '../model/model.ts'
import { numberIn, statement, textIn, textOrNull, textsIn } from '../store/statement.ts'
import type { Store } from '../store/store.ts'
import { NameIndex } from './nameIndex.ts'
import { nameKey } from './normalise.ts'

export interface Entity {
  readonly id: string
  readonly label: Label
  readonly name: string
  readonly aliases: readonly string[]
  readonly englishName: string | null
  readonly code: string | null
  readonly description: string | null
  readonly formerIds: readonly string[]
}

const entities = statement('read/entities', (row): Entity => {
  const label = textIn(row, 'label')
  if (!isLabel(label))
    throw new TypeError(
      `an entity's label is ${JSON.stringify(label)}, which data/model.yaml does not declare`,
    )
  return {
    id: textIn(row, 'id'),
    label,
    name: textIn(row, 'name'),
    aliases: textsIn(row, 'aliases'),
    englishName: textOrNull(row, 'englishName'),
    code: textOrNull(row, 'code'),
    description: textOrNull(row, 'description'),
    formerIds: textsIn(row, 'formerIds'),
  }
})

const nesting = statement('read/nesting', (row) => ({
  inner: textIn(row, 'inner'),
  outer: textIn(row, 'outer'),
  sourceCount: numberIn(row, 'sourceCount'),
}))

/** Chinese names in the order of their pinyin, as a Chinese index lists them (CLDR). */
const pinyin = new Intl.Collator('zh-Hans-u-co-pinyin')

/** By pinyin, then by code point. */
export const byName = (left: Entity, right: Entity): number =>
  pinyin.compare(left.name, right.name) ||
  (left.name < right.name ? -1 : left.name > right.name ? 1 : left.id < right.id ? -1 : 1)

interface Named {
  readonly entity: Entity
  readonly text: string
  readonly key: string
  readonly isName: boolean
}

const push = <K, V>(map: Map<K, V[]>, key: K, value: V): void => {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}

export class Catalog {
  readonly entities: readonly Entity[]
  /** Finds names however they are typed. */
  readonly names: NameIndex
  private readonly byId = new Map<string, Entity>()
  private readonly byKey = new Map<string, Named[]>()
  private readonly outer = new Map<string, string[]>()
  private readonly inner = new Map<string, string[]>()

  constructor(
    list: readonly Entity[],
    nested: readonly { readonly inner: string; readonly outer: string }[],
  ) {
    this.entities = [...list].sort(byName)
    for (const entity of this.entities) {
      for (const id of entity.formerIds) this.byId.set(id, entity)
      for (const [index, text] of [entity.name, ...entity.aliases].entries()) {
        const named = { entity, text, key: nameKey(text), isName: index === 0 }
        push(this.byKey, named.key, named)
      }
    }
    for (const entity of this.entities) this.byId.set(entity.id, entity)
    this.names = new NameIndex(this.entities)
    for (const { inner, outer } of nested) {
      push(this.outer, inner, outer)
      push(this.inner, outer, inner)
    }
  }

  /** The entity with this id, or a former one; undefined where nothing has it. */
  get(id: string): Entity | undefined {
    return this.byId.get(id)
  }

  /** The entities with exactly this name; those with exactly this alias where none has the name. */
  named(name: string, label?: Label): readonly Entity[] {
    const found = (this.byKey.get(nameKey(name)) ?? []).filter(
      ({ entity }) => label === undefined || entity.label === label,
    )
    const own = found.filter(({ isName }) => isName)
    return [...new Set((own.length > 0 ? own : found).map(({ entity }) => entity))]
  }

  /** The names and aliases of a product, as nameKey spells them; undefined for any other entity. */
  productKeys(id: string): readonly string[] | undefined {
    const entity = this.byId.get(id)
    return entity?.label === 'Product' ? [entity.name, ...entity.aliases].map(nameKey) : undefined
  }

  /** Places or clusters directly around this one, best evidenced first. */
  around(id: string): readonly string[] {
    return this.outer.get(id) ?? []
  }

  /** All places or clusters around this one, nearest first. */
  enclosing(id: string): readonly string[] {
    return this.reach([id], this.outer).slice(1)
  }

  /** This place or cluster and all that lie inside it. */
  within(id: string): readonly string[] {
    return this.reach([id], this.inner)
  }

  private reach(from: readonly string[], next: ReadonlyMap<string, readonly string[]>): readonly string[] {
    const seen = new Set(from)
    for (const id of seen) for (const other of next.get(id) ?? []) seen.add(other)
    return [...seen]
  }
}

/** Reads the catalog of what the store holds now: two statements. */
export const readCatalog = async (store: Store): Promise<Catalog> => {
  const [list, nested] = await Promise.all([store.read(entities, {}), store.read(nesting, {})])
  return new Catalog(list, nested)
}
