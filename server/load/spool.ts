/** Lines that wait on disk, so that memory holds a part of them at a time. */
import { appendFileSync, closeSync, mkdtempSync, openSync, readSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { StringDecoder } from 'node:string_decoder'

/** Characters kept before they are written, and bytes read at a time. */
const batch = { kept: 500_000, read: 1 << 16 } as const

/** Lists of lines, numbered from 0; a few lines need no disk. `close` it after use. */
export class Spool {
  /** Open files by list. */
  private readonly files = new Map<number, number>()
  private waiting = new Map<number, string[]>()
  private held = 0

  /** `place` is the folder in which files are made. */
  constructor(private readonly place = tmpdir()) {}

  /** Adds a line, which must have no line break. */
  put(list: number, line: string): void {
    const lines = this.waiting.get(list) ?? []
    lines.push(line)
    this.waiting.set(list, lines)
    this.held += line.length
    if (this.held >= batch.kept) this.flush()
  }

  /** The lines of a list, in the order they came in. */
  *lines(list: number): Generator<string> {
    const file = this.files.get(list)
    if (file !== undefined) yield* writtenLines(file)
    yield* this.waiting.get(list) ?? []
  }

  /** Forgets everything. */
  close(): void {
    for (const file of this.files.values()) closeSync(file)
    this.files.clear()
    this.waiting = new Map()
  }

  private file(list: number): number {
    const known = this.files.get(list)
    if (known !== undefined) return known
    const folder = mkdtempSync(join(this.place, 'liantu-load-'))
    const file = openSync(join(folder, 'lines'), 'w+')
    // Without a name it goes with the process, however that ends.
    rmSync(folder, { recursive: true })
    this.files.set(list, file)
    return file
  }

  private flush(): void {
    for (const [list, lines] of this.waiting) appendFileSync(this.file(list), `${lines.join('\n')}\n`)
    this.waiting = new Map()
    this.held = 0
  }
}

function* writtenLines(file: number): Generator<string> {
  const decoder = new StringDecoder('utf8')
  const bytes = Buffer.alloc(batch.read)
  let rest = ''
  for (let at = 0; ;) {
    const length = readSync(file, bytes, 0, bytes.length, at)
    if (length === 0) return
    at += length
    const lines = (rest + decoder.write(bytes.subarray(0, length))).split('\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
}
