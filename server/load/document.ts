/** What the store keeps of a document: an address that rows cite, a table itself, or a text that was read. */
import { isAddress } from '../extract/reading/header.ts'
import { documentId } from '../model/identity.ts'
import type { StoredText } from './extraction.ts'
import type { Read } from './load.ts'
import type { Source } from './manifest.ts'
import type { SourceText } from './text.ts'
import { present, type Written } from './written.ts'

/** Host and path of an address, as its title where nobody gives another; any other text stands for itself. */
const titleOf = (address: string): string => {
  if (!isAddress(address)) return address
  const url = URL.parse(address)
  return url === null ? address : `${url.host}${url.pathname}`.replace(/\/$/, '')
}

const urlOf = (address: string | undefined): string | null =>
  address !== undefined && isAddress(address) ? address : null

/** The document at an address that rows of a source cite, with what its manifest says of it. */
export const linkDocument = (source: Source, address: string): Written => {
  const stated = source.manifest.documents.find((document) => document.address === address)
  const id = documentId(address)
  return {
    id,
    props: present({
      id,
      address,
      kind: stated?.kind ?? 'LINK',
      title: stated?.title ?? titleOf(address),
      publisher: stated?.publisher,
      date: stated?.date,
      url: urlOf(address),
    }),
  }
}

/** A table as the document of those of its rows that cite no other. */
export const tableDocument = (source: Source, file: string, sha256: string): Written => {
  const { address, title, publisher, date } = source.manifest
  const id = documentId(address ?? sha256)
  return {
    id,
    props: present({
      id,
      address,
      kind: 'TABLE',
      title: title ?? file,
      publisher,
      date,
      url: urlOf(address),
      file,
      sha256,
    }),
  }
}

/**
 * A text that was read. Its id is its address, else the one that some manifest gives for the same bytes (`addresses`, by
 * SHA-256), else its bytes.
 */
const textDocument = (
  { file, stated, document }: SourceText,
  addresses: ReadonlyMap<string, string>,
): Written => {
  const { header, text, damage, sha256 } = document
  const address = header.address ?? addresses.get(sha256)
  const id = documentId(address ?? sha256)
  return {
    id,
    props: present({
      id,
      address,
      kind: stated.kind ?? 'ORIGINAL',
      title: header.title ?? file,
      publisher: header.publisher,
      date: header.date,
      url: urlOf(address),
      file,
      sha256,
      text,
      damage: damage.map(({ start, end }) => `${start.toString()}-${end.toString()}`),
    }),
  }
}

/** From the least to the most that is known of a document. */
const kinds = ['LINK', 'TABLE', 'DIGEST', 'ORIGINAL']

/** Two sources' knowledge of one document: whoever has more of it (its text) goes first, and the other adds what is missing. */
const merged = (one: Written | undefined, other: Written): Written => {
  if (one === undefined) return other
  const rank = ({ props }: Written): number => kinds.findIndex((kind) => kind === props['kind'])
  const [more, less] = rank(other) > rank(one) ? [other, one] : [one, other]
  return { id: one.id, props: { ...less.props, ...more.props } }
}

/** What sources read make of their documents: each text with what is written of it. */
export interface TextToStore extends StoredText {
  readonly written: Written
}

/** The texts of all sources, each with its document. */
export const storedTexts = (read: readonly Read[]): readonly TextToStore[] => {
  const addresses = new Map(
    read.flatMap(({ source }) =>
      source.manifest.documents.flatMap(({ sha256, address }) =>
        sha256 === undefined || address === undefined ? [] : [[sha256, address] as const],
      ),
    ),
  )
  return read.flatMap(({ said }) =>
    said.texts.map((text) => {
      const written = textDocument(text, addresses)
      return { ...text, id: written.id, written }
    }),
  )
}

/** The documents to keep: every text, and whatever else claims cite (`statedIn`); in the order of the sources' ids. */
export const documentsOf = (
  read: readonly Read[],
  texts: readonly TextToStore[],
  statedIn: ReadonlySet<string>,
): ReadonlyMap<string, Written> => {
  const cited = new Set([...texts.map(({ id }) => id), ...statedIn])
  const documents = new Map<string, Written>()
  for (const { said } of read)
    for (const [id, document] of said.documents)
      if (cited.has(id)) documents.set(id, merged(documents.get(id), document))
  for (const { id, written } of texts) documents.set(id, merged(documents.get(id), written))
  // A source may be gone that alone said more of a document; its id is all that is left then.
  for (const id of cited)
    if (!documents.has(id)) documents.set(id, { id, props: { id, kind: 'LINK', title: id } })
  return documents
}
