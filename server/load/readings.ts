/**
 * DATA_DIR/readings: what was read from each document, so that an unchanged one need not be read again. Nothing is lost
 * when the folder is deleted.
 */
import { createHash, hash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { TextDocument } from '../extract/document.ts'
import { extract, type Extraction } from '../extract/extract.ts'
import { buildGazetteer, type Gazetteer, type KnownName } from '../extract/gazetteer.ts'
import { extractionVersion } from '../extract/version.ts'
import { readExtraction, writeExtraction } from './keptExtraction.ts'

/** Reads a document. */
export type Read = (document: TextDocument) => Extraction

/** Makes what reads documents when these names are known. */
export type Reader = (names: readonly KnownName[]) => Read

/** What a file holds; undefined where it is missing, or damaged by a fault of the disk: the document is read anew then. */
const readKept = (file: string): Extraction | undefined =>
  existsSync(file) ? readExtraction(readFileSync(file, 'utf8')) : undefined

/** The readings that a DATA_DIR keeps: a file for each document, named by the digest of all that it was read from. */
export class Readings {
  private readonly folder: string
  private readonly used = new Set<string>()

  /** With `keeps` false nothing is written. */
  constructor(
    dataDir: string,
    private readonly keeps: boolean,
  ) {
    this.folder = join(dataDir, 'readings')
  }

  /** Gives what was read before from the same text with the same names known, or reads it and keeps it. */
  readonly reader: Reader = (names) => {
    const conditions = hash('sha256', JSON.stringify([extractionVersion(), names]))
    let gazetteer: Gazetteer | undefined
    return (document) => {
      const { header, text: words, damage } = document
      const name = createHash('sha256')
        .update(JSON.stringify([conditions, header, damage, words]))
        .digest('hex')
      this.used.add(name)
      const known = readKept(join(this.folder, name))
      if (known !== undefined) return known
      gazetteer ??= buildGazetteer(names)
      const extraction = extract(document, gazetteer)
      if (this.keeps) this.keep(name, extraction)
      return extraction
    }
  }

  /** Deletes what was not asked for: readings of documents that are gone, or under other names. */
  forgetUnused(): void {
    if (!this.keeps || !existsSync(this.folder)) return
    for (const name of readdirSync(this.folder))
      if (!this.used.has(name)) rmSync(join(this.folder, name), { force: true })
  }

  private keep(name: string, extraction: Extraction): void {
    mkdirSync(this.folder, { recursive: true })
    const file = join(this.folder, name)
    writeFileSync(`${file}~`, writeExtraction(extraction))
    renameSync(`${file}~`, file)
  }
}
