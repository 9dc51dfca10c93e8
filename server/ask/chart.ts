/**
 * The chart: puts tokens together by the rules of the grammar, from the bottom up, until whole questions stand. The
 * number of edges is bounded, so no question takes long; what needs more counts as not understood.
 */
import { rules, type Element, type Rule } from './grammar.ts'
import type { Lattice, Token } from './lattice.ts'
import { apply } from './meaning.ts'
import { clustersOf, slotAllows, valuesOf, type Bindings, type Value } from './values.ts'

/** The most edges a question may need; the longest of the development questions needs a tenth of it. */
export const mostEdges = 2_000

interface Done {
  readonly symbol: string
  readonly start: number
  readonly end: number
  readonly value: Value
  readonly cost: number
}

/**
 * Rules as a tree over the symbols they need: those that begin alike share their beginning, so that it is put together
 * once. What their slots are called, and which labels they take, is looked at where a rule is complete.
 */
interface Branch {
  readonly next: Map<string, Branch>
  /** The rules that are complete here. */
  readonly complete: Rule[]
}

interface Waiting {
  readonly branch: Branch
  readonly start: number
  readonly end: number
  /** What stands for each element so far. */
  readonly values: readonly Value[]
  readonly cost: number
}

const symbolOf = (element: Element): string =>
  element.kind === 'word' ? `词 ${element.symbol}` : element.symbol

const root: Branch = { next: new Map(), complete: [] }

const follow = (branch: Branch, element: Element): Branch => {
  const symbol = symbolOf(element)
  const known = branch.next.get(symbol)
  if (known !== undefined) return known
  const grown: Branch = { next: new Map(), complete: [] }
  branch.next.set(symbol, grown)
  return grown
}

for (const rule of rules) rule.elements.reduce(follow, root).complete.push(rule)

/** What the slots of a rule hold; null where one does not take its value. */
const bind = (rule: Rule, values: readonly Value[]): Bindings | null => {
  const bindings: Record<string, Value> = {}
  for (const [index, element] of rule.elements.entries()) {
    const value = values[index]
    if (value === undefined || !slotAllows(element, value)) return null
    if (element.kind === 'slot') bindings[element.role] = value
  }
  return bindings
}

/** A rule costs one: of two readings the one that needs fewer rules is the plainer. */
const ruleCost = 1
/** Of two readings with as many rules the one whose frames say more is the more exact. */
const elementGain = 0.01
/** A product that nothing is stated of is the last reading to take. */
const unknownProductCost = 5

/** 机器人 is a product first; that it means the industry is taken where nothing else fits. */
const industryCost = 2

/** The parts and words that a token may be. */
const startingEdges = (token: Token): Done[] => {
  const { start, end } = token
  const clusters = clustersOf(token)
  return [
    ...token.senses.flatMap((sense) =>
      sense.kind === 'word'
        ? [{ symbol: `词 ${sense.symbol}`, start, end, value: { kind: 'word' } as const, cost: 0 }]
        : [],
    ),
    ...valuesOf(token).map(({ symbol, value }): Done => {
      const cost = symbol === 'product' && token.product === 'unknown' ? unknownProductCost : 0
      return { symbol, start, end, value, cost }
    }),
    ...(clusters === null ? [] : [{ symbol: 'noun', start, end, value: clusters, cost: industryCost }]),
  ]
}

const append = <V>(map: Map<string, V[]>, key: string, value: V): void => {
  const known = map.get(key)
  if (known) known.push(value)
  else map.set(key, [value])
}

/** A reading of the whole question. */
export interface Reading {
  readonly value: Value
  readonly cost: number
}

/** A chart over the tokens; `skips` are the places that lead on to another for free. */
class Chart {
  readonly whole: Reading[] = []
  private readonly done = new Map<string, Done[]>()
  private readonly waiting = new Map<string, Waiting[]>()
  private readonly seen = new Set<string>()
  private readonly agenda: Done[] = []
  private edges = 0

  constructor(
    private readonly skips: ReadonlyMap<number, readonly number[]>,
    private readonly starts: ReadonlySet<number>,
    private readonly length: number,
  ) {}

  /** Whether the bound was reached before all was put together. */
  get overflowed(): boolean {
    return this.edges > mostEdges
  }

  run({ path, parts }: Pick<Lattice, 'path' | 'parts'>): void {
    for (const token of [...path, ...parts.map(({ part }) => part)])
      for (const edge of startingEdges(token)) this.add(edge)
    for (let edge = this.agenda.shift(); edge !== undefined && !this.overflowed; edge = this.agenda.shift())
      this.take(edge)
  }

  private add(edge: Done): void {
    const key = `${edge.symbol} ${edge.start.toString()} ${edge.end.toString()} ${JSON.stringify(edge.value)}`
    if (this.seen.has(key)) return
    this.seen.add(key)
    this.edges++
    this.agenda.push(edge)
  }

  /** The places reached from one for free, itself among them. */
  private reach(place: number): readonly number[] {
    return this.skips.get(place) ?? [place]
  }

  private take(edge: Done): void {
    append(this.done, `${edge.symbol} ${edge.start.toString()}`, edge)
    if (edge.symbol === 'ask' && this.starts.has(edge.start) && this.reach(edge.end).includes(this.length))
      this.whole.push({ value: edge.value, cost: edge.cost })
    this.step({ branch: root, start: edge.start, end: edge.start, values: [], cost: 0 }, edge)
    for (const waiting of this.waiting.get(`${edge.symbol} ${edge.start.toString()}`) ?? [])
      this.step(waiting, edge)
  }

  private step(waiting: Waiting, edge: Done): void {
    const branch = waiting.branch.next.get(edge.symbol)
    if (branch === undefined) return
    const next: Waiting = {
      branch,
      start: waiting.start,
      end: edge.end,
      values: [...waiting.values, edge.value],
      cost: waiting.cost + edge.cost,
    }
    for (const rule of branch.complete) this.finish(rule, next)
    if (branch.next.size > 0) this.wait(next)
  }

  private wait(waiting: Waiting): void {
    this.edges++
    for (const symbol of waiting.branch.next.keys())
      for (const place of this.reach(waiting.end)) {
        append(this.waiting, `${symbol} ${place.toString()}`, waiting)
        for (const edge of this.done.get(`${symbol} ${place.toString()}`) ?? []) this.step(waiting, edge)
      }
  }

  private finish(rule: Rule, { start, end, values, cost }: Waiting): void {
    const bindings = bind(rule, values)
    const value = bindings === null ? null : apply(rule, bindings)
    if (value !== null)
      this.add({
        symbol: rule.makes,
        start,
        end,
        value,
        cost: cost + ruleCost - rule.elements.length * elementGain,
      })
  }
}

/** The readings of a question that cover it all, the plainest first; none where the bound was reached. */
export const readings = (
  lattice: Pick<Lattice, 'path' | 'parts' | 'length'>,
  skips: ReadonlyMap<number, readonly number[]>,
): readonly Reading[] => {
  const chart = new Chart(skips, new Set(skips.get(0) ?? [0]), lattice.length)
  chart.run(lattice)
  if (chart.overflowed) return []
  return chart.whole.sort((left, right) => left.cost - right.cost)
}
