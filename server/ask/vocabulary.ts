/** What the graph of this moment is called by: its names, the products and figures it states, and how much it holds. */
import { isAccepted } from './accepted.ts'
import type { Catalog, Entity } from '../names/catalog.ts'
import { findNames, type FoundName } from '../names/findNames.ts'
import type { Hit } from '../names/hits.ts'
import { nameKey } from '../names/normalise.ts'
import { countDocuments } from '../read/documents.ts'
import { readTerms, type Terms } from '../read/terms.ts'
import type { Store } from '../store/store.ts'
import { ownedNames, type OwnedNames } from './elided.ts'
import { readIndustries, type Industry } from './industries.ts'
import { generalNames } from './shortNames.ts'

/** A product as the graph knows it: an entity, a text on supplies, or both. */
export interface ProductTerm {
  /** As nameKey spells it. */
  readonly key: string
  readonly entity: Entity | null
}

export interface Vocabulary {
  /** Every place in a text where an entity is named. */
  readonly find: (text: string) => readonly FoundName[]
  /** What a stretch of text may name, best first. */
  readonly search: (text: string) => readonly Hit[]
  /** What several entities are called in short: 高新区, 新能源产业. */
  readonly general: ReadonlyMap<string, readonly Entity[]>
  /** Clusters by the bare names of their industries: 动力电池. */
  readonly industries: ReadonlyMap<string, readonly Industry[]>
  /** What is named after a company, by its id. */
  readonly owned: OwnedNames
  /** The length of the longest term beside the names that `find` finds. */
  readonly longestTerm: number
  readonly products: readonly ProductTerm[]
  readonly productKeys: ReadonlySet<string>
  readonly metrics: ReadonlySet<string>
  readonly documents: number
  readonly from: string | null
  readonly to: string | null
}

/** The parts of a product's text: `电驱系统/电源系统` names two, `曲轴及毛坯` too. */
export const productParts = (text: string): readonly string[] => text.split(/[/、，,]|及|与/).filter(Boolean)

const productsOf = (catalog: Catalog, stated: readonly string[]): ProductTerm[] => {
  const entities = catalog.entities
    .filter((entity) => entity.label === 'Product' && isAccepted(entity))
    .flatMap((entity) => [entity.name, ...entity.aliases].map((name) => ({ key: nameKey(name), entity })))
  const known = new Set(entities.map(({ key }) => key))
  const texts = [...new Set(stated.map(nameKey))].filter((key) => key !== '' && !known.has(key))
  return [...entities, ...texts.map((key) => ({ key, entity: null }))]
}

/** How many hits tell whether a guess is the only one. */
const searched = 6

const make = (
  catalog: Catalog,
  terms: Terms,
  documents: number,
  industries: ReadonlyMap<string, readonly Industry[]>,
): Vocabulary => {
  const general = generalNames(catalog)
  const products = productsOf(catalog, terms.products)
  const productKeys = new Set(products.flatMap(({ key }) => [key, ...productParts(key)]))
  const metrics = new Set(terms.metrics.map(nameKey))
  return {
    find: (text) =>
      findNames(catalog.names, text).flatMap((found) => {
        const entities = found.entities.filter(isAccepted)
        return entities.length === 0 ? [] : [{ ...found, entities }]
      }),
    search: (text) =>
      catalog.names.search(text, undefined, searched).filter(({ entity }) => isAccepted(entity)),
    general,
    industries,
    owned: ownedNames(catalog),
    longestTerm: [general.keys(), productKeys, metrics, industries.keys()]
      .flatMap((keys) => [...keys])
      .reduce((longest, key) => Math.max(longest, key.length), 0),
    products,
    productKeys,
    metrics,
    documents,
    from: terms.from,
    to: terms.to,
  }
}

const made = new WeakMap<Catalog, Promise<Vocabulary>>()

/** The vocabulary of a version of the data: read once, kept as long as its catalog. */
export const vocabularyOf = (store: Store, catalog: Catalog): Promise<Vocabulary> => {
  const known = made.get(catalog)
  if (known !== undefined) return known
  const reading = Promise.all([readTerms(store), countDocuments(store), readIndustries(store, catalog)]).then(
    ([terms, documents, industries]) => make(catalog, terms, documents, industries),
  )
  made.set(catalog, reading)
  reading.catch(() => made.delete(catalog))
  return reading
}
