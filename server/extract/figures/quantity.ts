/** Quantities: a number with its unit as it stands in a text. */
import type { Span } from '../span.ts'

const quantity =
  /(?:约|近|超过|超|逾)?\d+(?:\.\d+)?(?:多|余)?(?:万亿|千亿|百亿|亿|千万|百万|万|千)?(?:美元|欧元|日元|港元|元|套|台|辆|件|只|颗|片|吨|吉瓦时|兆瓦|千瓦|平方米|亩|GWh|MW|KW|个|根|%)(?:以上|左右|股份|股权)?/

/** The first quantity of a span, as written; null where there is none. */
export const quantityIn = (text: string, { start, end }: Span): string | null =>
  quantity.exec(text.slice(start, end))?.[0] ?? null
