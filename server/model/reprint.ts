/** Reprints: documents that state a fact in nearly the same words are one independent source. */

/** Shared of all different pairs of neighbouring characters, from which two quotes count as one text. */
const nearlyTheSame = 0.8

/** Words as reprints leave them: without punctuation and white space. */
const lettersOf = (quote: string): string => quote.replace(/[\p{P}\p{Z}\s]/gu, '')

/** The neighbouring characters of a text, each pair once. */
const pairsOf = (letters: string): ReadonlySet<string> => {
  const pairs = new Set<string>()
  let before: string | undefined
  for (const letter of letters) {
    if (before !== undefined) pairs.add(before + letter)
    before = letter
  }
  return pairs
}

const areReprints = (left: ReadonlySet<string>, right: ReadonlySet<string>): boolean => {
  let shared = 0
  for (const pair of left) if (right.has(pair)) shared++
  const all = left.size + right.size - shared
  return all > 0 && shared / all >= nearlyTheSame
}

/** Documents that are put together, each with one of them that stands for all. */
class Together {
  private readonly next: Map<string, string>

  constructor(documents: readonly string[]) {
    this.next = new Map(documents.map((document) => [document, document]))
  }

  get count(): number {
    return new Set([...this.next.keys()].map((document) => this.of(document))).size
  }

  of(document: string): string {
    let at = document
    for (let next = this.next.get(at); next !== undefined && next !== at; next = this.next.get(at)) at = next
    this.next.set(document, at)
    return at
  }

  put(one: string, other: string): void {
    this.next.set(this.of(one), this.of(other))
  }
}

/** Words that one document at least quotes. */
interface Text {
  readonly document: string
  readonly pairs: ReadonlySet<string>
}

/** Orders the pairs of a text: first what few of the texts have. */
const byRarity = (texts: readonly Text[]): ((text: Text) => readonly string[]) => {
  const counts = new Map<string, number>()
  for (const { pairs } of texts) for (const pair of pairs) counts.set(pair, (counts.get(pair) ?? 0) + 1)
  return ({ pairs }) =>
    [...pairs].sort(
      (left, right) => (counts.get(left) ?? 0) - (counts.get(right) ?? 0) || (left < right ? -1 : 1),
    )
}

/**
 * How many pairs of a text, rarest first, tell its reprints: of two sets that share this part of all their pairs, these
 * have one in common (prefix filtering, Chaudhuri et al. 2006).
 */
const telling = (size: number): number => Math.floor(size * (1 - nearlyTheSame) + 1e-9) + 1

/**
 * How many independent documents stand behind these statements of one fact: each document once, and documents whose
 * quotes are nearly the same words once together. Rows of tables, which quote nothing, are told apart by document alone.
 */
export const independentSources = (
  stated: readonly { readonly document: string; readonly quote: string | null }[],
): number => {
  const together = new Together(stated.map(({ document }) => document))
  const texts = new Map<string, Text>()
  for (const { document, quote } of stated) {
    if (quote === null) continue
    const letters = lettersOf(quote)
    const known = texts.get(letters)
    if (known !== undefined) {
      if (known.pairs.size > 0) together.put(known.document, document)
    } else texts.set(letters, { document, pairs: pairsOf(letters) })
  }
  const rarestFirst = byRarity([...texts.values()])
  const found = new Map<string, Text[]>()
  for (const text of texts.values())
    for (const pair of rarestFirst(text).slice(0, telling(text.pairs.size))) {
      const others = found.get(pair) ?? []
      for (const { document, pairs } of others)
        if (together.of(text.document) !== together.of(document) && areReprints(text.pairs, pairs))
          together.put(text.document, document)
      others.push(text)
      found.set(pair, others)
    }
  return together.count
}
