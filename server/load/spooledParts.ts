/** Statements by what they speak of, in parts that are held in memory one at a time. */
import { push } from './claims.ts'
import { Spool } from './spool.ts'

/** Digits of an id, a hash, that tell its part. */
const digits = 8

/** The statements of one part, by the id of their thing. */
interface StatementsOfPart<S> {
  readonly has: (id: string) => boolean
  readonly statements: ReadonlyMap<string, readonly S[]>
}

/** Statements in order: first those held in memory, then those that wait on disk. */
export class SpooledParts<S> {
  private readonly held: (readonly [id: string, statement: S])[] = []
  private readonly waiting = new Spool()
  private readonly things = new Set<string>()

  constructor(private readonly count: number) {}

  /** How many things are spoken of. */
  get size(): number {
    return this.things.size
  }

  /** Adds a statement that is in memory anyway. */
  hold(id: string, statement: S): void {
    this.things.add(id)
    this.held.push([id, statement])
  }

  /** Adds a statement that is to wait on disk. */
  spool(id: string, statement: S): void {
    this.things.add(id)
    this.waiting.put(this.partOf(id), JSON.stringify([id, statement]))
  }

  /** The parts, one after the other. */
  *parts(): Generator<StatementsOfPart<S>> {
    for (let part = 0; part < this.count; part++) {
      const has = (id: string): boolean => this.partOf(id) === part
      const statements = new Map<string, S[]>()
      for (const [id, statement] of this.held) if (has(id)) push(statements, id, statement)
      for (const line of this.waiting.lines(part)) {
        const entry: unknown = JSON.parse(line)
        if (!this.isEntry(entry)) throw new Error('what waited on disk is damaged')
        push(statements, entry[0], entry[1])
      }
      yield { has, statements }
    }
  }

  close(): void {
    this.waiting.close()
  }

  /** What the program itself wrote a moment ago is looked at only as far as tells that it is whole. */
  private isEntry(value: unknown): value is readonly [id: string, statement: S] {
    return Array.isArray(value) && value.length === 2
  }

  private partOf(id: string): number {
    return this.count === 1 ? 0 : Number.parseInt(id.slice(0, digits), 16) % this.count
  }
}
