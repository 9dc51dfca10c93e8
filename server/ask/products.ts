/** Which products a word of a question means: those of its name, and those that are a kind of it. */
import { nameKey } from '../names/normalise.ts'
import { productParts, type Vocabulary } from './vocabulary.ts'

/** What is said after a product without changing its kind: 电池包 is a 电池. */
const tails = ['系统', '总成', '模组', '模块', '机组', '组', '包', '产品']

const withoutTail = (key: string): string => {
  const tail = tails.find((one) => key.endsWith(one) && key.length > one.length + 1)
  return tail === undefined ? key : key.slice(0, -tail.length)
}

/** Whether a product's spelling is that kind of thing: in Chinese the kind stands last (智能驾驶芯片 is a 芯片). */
const isKindOf = (part: string, kind: string): boolean =>
  part === kind || (kind.length > 1 && (part.endsWith(kind) || withoutTail(part).endsWith(kind)))

export interface ProductMatch {
  /** Ids of products. */
  readonly entities: readonly string[]
  /** Spellings of products on supplies. */
  readonly keys: readonly string[]
  /** Whether the product of a supply is one of them. */
  readonly includes: (product: string | null) => boolean
}

/** The products that a text means, by name, alias or kind. */
export const matchProducts = (vocabulary: Vocabulary, text: string): ProductMatch => {
  const key = nameKey(text)
  const own = vocabulary.products.find((term) => term.key === key)?.entity ?? null
  const kinds = new Set([
    key,
    ...vocabulary.products
      .filter(({ entity }) => own !== null && entity?.id === own.id)
      .map((term) => term.key),
  ])
  const matches = (product: string): boolean =>
    [product, ...productParts(product)].some((part) => [...kinds].some((kind) => isKindOf(part, kind)))
  const terms = vocabulary.products.filter((term) => matches(term.key))
  return {
    entities: [...new Set(terms.flatMap(({ entity }) => (entity === null ? [] : [entity.id])))],
    keys: [...new Set(terms.map((term) => term.key))],
    includes: (product) => product !== null && matches(nameKey(product)),
  }
}
