/** A document laid out for the generators: its words with their tags, and where each character belongs. */
import type { TextDocument } from './document.ts'
import type { Gazetteer } from './gazetteer.ts'
import { placesIn } from './placesIn.ts'
import { cut } from './segment.ts'
import type { Sentence } from './sentence.ts'
import type { Span } from './span.ts'

/** A word as jieba cuts it, with its tag (n noun, v verb, ns place, nr person, x unknown or a mark …). */
export interface Token extends Span {
  readonly text: string
  readonly tag: string
  /** Its number among the words of the document. */
  readonly number: number
  /** The number of its sentence. */
  readonly sentence: number
}

/** The words of a document; `Scene` adds the places they name. */
export interface Layout {
  readonly text: string
  readonly sentences: readonly Sentence[]
  readonly tokens: readonly Token[]
  readonly gazetteer: Gazetteer
  /** The word a character belongs to; undefined between sentences. */
  readonly tokenAt: (offset: number) => Token | undefined
  /** The word after or before this one in the same sentence. */
  readonly beside: (token: Token, step: 1 | -1) => Token | undefined
  /** The sentence a character belongs to. */
  readonly sentenceAt: (offset: number) => Sentence | undefined
}

const none = -1

export interface Scene extends Layout {
  /** Every place named, not yet joined with its neighbours, by start. */
  readonly places: readonly Span[]
  /** Whether a place ends at an offset. */
  readonly endsPlace: (offset: number) => boolean
}

/** Cuts the document's sentences into words. */
const layoutOf = ({ text }: TextDocument, sentences: readonly Sentence[], gazetteer: Gazetteer): Layout => {
  const tokens: Token[] = []
  const tokenOf = new Int32Array(text.length).fill(none)
  const sentenceOf = new Int32Array(text.length).fill(none)
  for (const [number, sentence] of sentences.entries()) {
    sentenceOf.fill(number, sentence.start, sentence.end)
    let start = sentence.start
    for (const { word, tag } of cut(text.slice(sentence.start, sentence.end))) {
      const end = start + word.length
      tokenOf.fill(tokens.length, start, end)
      tokens.push({ start, end, text: word, tag, number: tokens.length, sentence: number })
      start = end
    }
  }
  return {
    text,
    sentences,
    tokens,
    gazetteer,
    tokenAt: (offset) => tokens[tokenOf[offset] ?? none],
    sentenceAt: (offset) => sentences[sentenceOf[offset] ?? none],
    beside: ({ number, sentence }, step) => {
      const other = tokens[number + step]
      return other?.sentence === sentence ? other : undefined
    },
  }
}

/** Lays a document out for the generators. */
export const sceneOf = (
  document: TextDocument,
  sentences: readonly Sentence[],
  gazetteer: Gazetteer,
): Scene => {
  const layout = layoutOf(document, sentences, gazetteer)
  const places = placesIn(layout)
  const ends = new Set(places.map(({ end }) => end))
  return { ...layout, places, endsPlace: (offset) => ends.has(offset) }
}
