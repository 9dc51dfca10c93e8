/** Pages of ordered lists: a cursor is a place in the order, so it stays right when the list grows. */

/** One page, and whether anything stands before or after it. */
export interface Page<T> {
  readonly items: readonly T[]
  readonly hasNext: boolean
  readonly hasPrevious: boolean
}

/** What a cursor holds: the sort key of the item it stands on. */
export type Place = readonly (string | number)[]

export class CursorError extends RangeError {
  override readonly name = 'CursorError'
}

export const toCursor = (place: Place): string => Buffer.from(JSON.stringify(place)).toString('base64url')

const isPlace = (value: unknown, length: number): value is Place =>
  Array.isArray(value) &&
  value.length === length &&
  value.every((part) => typeof part === 'string' || typeof part === 'number')

/** The place in a cursor of `length` parts. Throws CursorError for text that is no cursor of this list. */
export const fromCursor = (cursor: string, length: number): Place => {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    if (isPlace(value, length)) return value
  } catch {
    // Falls through to the error below, as any other text that is no cursor.
  }
  throw new CursorError(`after is ${JSON.stringify(cursor)}; give the endCursor of a page of this list`)
}

/** The page after the item whose id the cursor holds; the first page without a cursor. */
export const pageAfterId = <T>(
  list: readonly T[],
  idOf: (item: T) => string,
  first: number,
  after: string | undefined,
): Page<T> => {
  const from = after === undefined ? 0 : list.findIndex((item) => idOf(item) === fromCursor(after, 1)[0]) + 1
  if (after !== undefined && from === 0)
    throw new CursorError(`after is ${JSON.stringify(after)}; what it stood on is gone: read from the start`)
  return { items: list.slice(from, from + first), hasNext: from + first < list.length, hasPrevious: from > 0 }
}
