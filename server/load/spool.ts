/** Lines that wait on disk, so that memory holds a part of them at a time. */
import { appendFileSync, closeSync, mkdtempSync, openSync, readSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { StringDecoder } from 'node:string_decoder'

/** Characters kept before they are written, and bytes read at a time. */
const batch = { kept: 500_000, read: 1 << 16 } as const

/** Lists of lines, numbered from 0. They lie in a folder of their own, which `close` deletes; a few lines need none. */
export class Spool {
  private folder: string | undefined
  private waiting = new Map<number, string[]>()
  private held = 0
  private readonly written = new Set<number>()

  /** `place` is the folder in which its own is made. */
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
    if (this.written.has(list)) yield* this.writtenLines(list)
    yield* this.waiting.get(list) ?? []
  }

  /** Forgets everything. */
  close(): void {
    if (this.folder !== undefined) rmSync(this.folder, { recursive: true, force: true })
    this.waiting = new Map()
    this.written.clear()
  }

  private file(list: number): string {
    this.folder ??= mkdtempSync(join(this.place, 'liantu-load-'))
    return join(this.folder, list.toString())
  }

  private flush(): void {
    for (const [list, lines] of this.waiting) {
      appendFileSync(this.file(list), `${lines.join('\n')}\n`)
      this.written.add(list)
    }
    this.waiting = new Map()
    this.held = 0
  }

  private *writtenLines(list: number): Generator<string> {
    const file = openSync(this.file(list), 'r')
    try {
      const decoder = new StringDecoder('utf8')
      const bytes = Buffer.alloc(batch.read)
      let rest = ''
      for (let length = readSync(file, bytes); length > 0; length = readSync(file, bytes)) {
        const lines = (rest + decoder.write(bytes.subarray(0, length))).split('\n')
        rest = lines.pop() ?? ''
        yield* lines
      }
    } finally {
      closeSync(file)
    }
  }
}
