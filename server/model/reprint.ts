/** Reprints: documents that state a fact in nearly the same words are one independent source. */

/** Shared of all different pairs of neighbouring characters, from which two quotes count as one text. */
const nearlyTheSame = 0.8

/** Neighbouring characters of a text without punctuation and white space, which reprints change. */
const pairsOf = (text: string): ReadonlySet<string> => {
  const letters = Array.from(text.replace(/[\p{P}\p{Z}\s]/gu, ''))
  return new Set(letters.slice(1).map((letter, index) => `${letters[index] ?? ''}${letter}`))
}

const areReprints = (left: ReadonlySet<string>, right: ReadonlySet<string>): boolean => {
  let shared = 0
  for (const pair of left) if (right.has(pair)) shared++
  const all = left.size + right.size - shared
  return all > 0 && shared / all >= nearlyTheSame
}

/**
 * How many independent documents stand behind these statements of one fact: each document once, and documents whose
 * quotes are nearly the same words once together. Rows of tables, which quote nothing, are told apart by document alone.
 */
export const independentSources = (
  stated: readonly { readonly document: string; readonly quote: string | null }[],
): number => {
  const root = new Map(stated.map(({ document }) => [document, document]))
  const rootOf = (document: string): string => {
    const next = root.get(document) ?? document
    return next === document ? document : rootOf(next)
  }
  const quotes = stated.flatMap(({ document, quote }) =>
    quote === null ? [] : [{ document, pairs: pairsOf(quote) }],
  )
  for (const [index, one] of quotes.entries())
    for (const other of quotes.slice(index + 1))
      if (one.document !== other.document && areReprints(one.pairs, other.pairs))
        root.set(rootOf(one.document), rootOf(other.document))
  return new Set([...root.keys()].map(rootOf)).size
}
