/**
 * Which statements may go through read(). The engine has no read-only mode for Cypher, and an index dropped inside a
 * transaction stays dropped when the transaction is rolled back; so a word that can change something is refused
 * before anything runs. Reads are rolled back besides.
 */

/** What a read begins with; everything that administers a database begins with another word. */
const beginning = new Set(['MATCH', 'OPTIONAL', 'UNWIND', 'WITH', 'RETURN', 'CALL', 'EXPLAIN', 'PROFILE'])

/** Words of Cypher that change something or reach outside. CALL stands for procedures, not for `CALL (n) { … }`. */
const changing = new Set([
  'ALTER',
  'CALL',
  'CREATE',
  'DELETE',
  'DROP',
  'FOREACH',
  'INSERT',
  'LOAD',
  'MERGE',
  'REMOVE',
  'SET',
])

/** Strings, quoted names and comments, whose words mean nothing; names by the mark beside them; other words. */
const token =
  /'(?:\\[^]|[^'\\])*'|"(?:\\[^]|[^"\\])*"|`(?:``|[^`])*`|\/\/[^\n]*|\/\*[^]*?\*\/|[.:$]\s*[\p{L}_][\p{L}\p{N}_]*|[\p{L}_][\p{L}\p{N}_]*(\s*[({])?/gu

const known = new Map<string, string | null>()
const mostKnown = 1_000

const isName = /^[\p{L}_]/u

const find = (text: string): string | null => {
  let first = true
  for (const match of text.matchAll(token)) {
    const [found, bracket] = match
    if (!isName.test(found)) continue
    const word = (bracket === undefined ? found : found.slice(0, -bracket.length)).toUpperCase()
    if (first && !beginning.has(word)) return word
    first = false
    // The words of a subquery are looked at in their turn.
    if (changing.has(word) && !(word === 'CALL' && bracket !== undefined)) return word
  }
  return null
}

/** The word for which a statement may not go through read(), or null. */
export const changingWord = (text: string): string | null => {
  const before = known.get(text)
  if (before !== undefined) return before
  const word = find(text)
  if (known.size < mostKnown) known.set(text, word)
  return word
}
