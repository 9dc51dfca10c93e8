/**
 * The search for shortest paths, hop by hop from both ends: the smaller frontier takes the next step, until they meet.
 * A step that would bring more links than `mostLinks` is not taken before it is known that the frontiers don't touch,
 * which only the links between them tell; so a hub on the way costs a look at its relationships, not their transfer.
 * The last step there may be asks for nothing but the links between them.
 */
import { statement, textIn } from '../store/statement.ts'
import type { Row, Store } from '../store/store.ts'
import type { FilterParams } from './filter.ts'

interface Link {
  readonly from: string
  readonly to: string
}

const linkIn = (row: Row): Link => ({ from: textIn(row, 'from'), to: textIn(row, 'to') })
const pathStep = statement('read/pathStep', linkIn)
const pathMeet = statement('read/pathMeet', linkIn)

/** Links that one step brings before another way is looked for, if a caller does not say how many. */
const usualLinks = 1_000
/** No step has as many; the statement needs a number. */
const all = 10_000_000

/** One end of the search: whom it has reached, and whom in its last step. */
interface Side {
  readonly seen: Record<string, number>
  frontier: readonly string[]
  steps: number
}

const sideFrom = (id: string): Side => ({ seen: { [id]: 0 }, frontier: [id], steps: 0 })

/** What is searched for: paths between two different entities of at most so many relationships. */
export interface Search {
  readonly from: string
  readonly to: string
  readonly maxLength: number
  /** Links that one step brings before another way is looked for; 1,000 if not given. */
  readonly mostLinks?: number
}

/** What the search found: how long the shortest paths are, and links among which all of them run. */
export interface Found {
  readonly length: number
  readonly links: ReadonlyMap<string, ReadonlySet<string>>
}

class Ends {
  readonly links = new Map<string, Set<string>>()
  private readonly left: Side
  private readonly right: Side
  private readonly mostLinks: number

  constructor(
    private readonly store: Store,
    private readonly params: FilterParams,
    { from, to, mostLinks = usualLinks }: Search,
  ) {
    this.left = sideFrom(from)
    this.right = sideFrom(to)
    this.mostLinks = mostLinks
  }

  /** Hops made from either end. */
  get steps(): number {
    return this.left.steps + this.right.steps
  }

  /** One hop more: whether the ends are joined now, or null where neither leads on. `isLast`: whether another may follow. */
  async hop(isLast: boolean): Promise<boolean | null> {
    const { left, right } = this
    const [small, large] = left.frontier.length <= right.frontier.length ? [left, right] : [right, left]
    if (small.frontier.length === 0) return null
    if (isLast) return this.take(small, large, await this.meet(small, large))
    const few = await this.step(small, this.mostLinks + 1)
    if (few.length <= this.mostLinks) return this.take(small, large, few)
    const joining = await this.meet(small, large)
    if (joining.length > 0) return this.take(small, large, joining)
    const others = await this.step(large, this.mostLinks + 1)
    return others.length <= this.mostLinks
      ? this.take(large, small, others)
      : this.take(small, large, await this.step(small, all))
  }

  private step({ frontier, seen }: Side, limit: number): Promise<Link[]> {
    return this.store.read(pathStep, { ...this.params, ids: frontier, seen, limit })
  }

  private meet(one: Side, other: Side): Promise<Link[]> {
    const others = Object.fromEntries(other.frontier.map((id) => [id, 0]))
    return this.store.read(pathMeet, { ...this.params, ids: one.frontier, others })
  }

  private take(side: Side, other: Side, found: readonly Link[]): boolean {
    const next = new Set<string>()
    for (const { from, to } of found) {
      this.join(from, to)
      this.join(to, from)
      next.add(to)
    }
    side.steps++
    for (const id of next) side.seen[id] = side.steps
    side.frontier = [...next].sort()
    return side.frontier.some((id) => other.seen[id] !== undefined)
  }

  private join(one: string, other: string): void {
    const known = this.links.get(one)
    if (known) known.add(other)
    else this.links.set(one, new Set([other]))
  }
}

/** Searches from both ends; undefined where no path of at most `maxLength` relationships joins them. */
export const searchPaths = async (
  store: Store,
  params: FilterParams,
  wanted: Search,
): Promise<Found | undefined> => {
  const ends = new Ends(store, params, wanted)
  while (ends.steps < wanted.maxLength) {
    const joined = await ends.hop(ends.steps + 1 === wanted.maxLength)
    if (joined === null) return undefined
    if (joined) return { length: ends.steps, links: ends.links }
  }
  return undefined
}
