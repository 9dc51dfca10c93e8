/** Parsed operations, kept while they are in use, within a bound on their text. */
import type { Counter } from '../metrics/exposition.ts'

/** Characters of operations kept; the syntax trees take some fifty times as many bytes. */
const longest = 1_000_000

/** The operations used last, by their text, as Yoga asks for them. */
export class DocumentCache<V> {
  private readonly kept = new Map<string, V>()
  private held = 0

  constructor(private readonly looked?: Counter) {}

  get(text: string): V | undefined {
    const found = this.kept.get(text)
    this.looked?.add({ result: found === undefined ? 'miss' : 'hit' })
    if (found === undefined) return undefined
    this.kept.delete(text)
    this.kept.set(text, found)
    return found
  }

  set(text: string, value: V): void {
    if (!this.kept.has(text)) this.held += text.length
    this.kept.set(text, value)
    for (const oldest of this.kept.keys()) {
      if (this.held <= longest) break
      this.kept.delete(oldest)
      this.held -= oldest.length
    }
  }
}
