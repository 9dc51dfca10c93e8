/** Figures that sentences give for entities: 规上工业总产值3985亿元，同比增长14.2%. */
import { certaintyOfNames } from '../confidence.ts'
import type { Group } from '../coordination.ts'
import type { TextDocument } from '../document.ts'
import type { StatedMetric } from '../fact.ts'
import type { Layout } from '../frames/layout.ts'
import { rateOf } from '../frames/rate.ts'
import { wording } from '../frames/wording.ts'
import type { Label } from '../../model/model.ts'
import { figureStage } from '../modality.ts'
import type { Mention } from '../mention.ts'
import type { Span } from '../span.ts'
import { dateIn, periodIn } from '../time.ts'
import { isLevelReached, isRise, isStartOfRise, nameBefore, nameBehind } from './name.ts'
import { quantitiesIn, type Quantity } from './quantity.ts'
import { figureWords } from './words.ts'

/** What damage in the sentence leaves of the confidence. */
const damaged = 0.5
/** A growth belongs to the level that stands this near before it. */
const growthReach = 16

/** The rules of figures. */
export const figureRules = ['figure-level', 'figure-count', 'figure-growth'] as const

interface Owner {
  readonly mention: Mention
  readonly certainty: number
  /** Where the words about it begin. */
  readonly from: number
  /** Named in the clause itself. */
  readonly isHere: boolean
}

const labelOf = (group: Group): Label | undefined => group.members[0]?.label

/** Of 甲的丙 whose figures are meant: 甲's where 丙 is a product, else those of the last. */
const meantOf = (groups: readonly Group[]): Group | undefined =>
  groups.findLast((group) => labelOf(group) !== 'Product') ?? groups[0]

/** What figures are given of, also clauses later. */
const goesOn: ReadonlySet<Label | undefined> = new Set<Label>([
  'Company',
  'Park',
  'Region',
  'Project',
  'Cluster',
  'Institution',
])

/**
 * Whose figures a clause gives: what it names at its start, else who was spoken of before; undefined where several
 * are, or somebody else is named before the number.
 */
const ownerOf = (layout: Layout, number: number, at: number): Owner | undefined => {
  const { text, clauses, after, mentions, openings } = layout
  const clause = clauses[number]
  if (!clause) return undefined
  const groups = after[number] ?? []
  const here = meantOf(groups.filter(({ start, end }) => start >= clause.start && end <= at))
  const owner = here ?? groups.findLast((group) => goesOn.has(labelOf(group)))
  const member = owner?.members[0]
  if (!owner || !member || owner.members.length > 1) return undefined
  let from = here?.end ?? openings[number]?.findLast((opening) => opening <= at) ?? clause.start
  for (const { start, end, mention } of mentions) {
    if (start < from || end > at || mention.label === 'Product' || mention.label === 'Cluster') continue
    // In [甲]在[园区]投资 the place bears nothing; [甲]集聚[乙]、[丙]等企业20家 counts what 等 sums up.
    if (wording.placings.before(text, start) === undefined && !text.slice(end, at).includes('等'))
      return undefined
    from = end
  }
  return { mention: member, certainty: owner.certainty, from, isHere: here !== undefined }
}

/** +1 or -1 where the words before a percentage say that something grows or falls. */
const directionOf = (words: string): 1 | -1 | undefined => {
  if (isLevelReached(words)) return undefined
  const plain = words.replace(/(?:约|近|超过|超|达到|达|了|为|逾|将|到|高达)+$/u, '')
  if (figureWords.growth.before(plain, plain.length) !== undefined) return 1
  return figureWords.fall.before(plain, plain.length) === undefined ? undefined : -1
}

/** The words before a growth without those that say it: 销售额同比增长 → 销售额. */
const grown = (words: string): string =>
  words
    .replace(/(?:约|近|超过|超|达到|达|了|为|逾|高达)+$/u, '')
    .replace(
      /(?:增长|增加|上升|提高|提升|上涨|增幅|增速|激增|大增|劲增|攀升|下降|减少|回落|下滑|降低|下跌|增|降|跌)+$/u,
      '',
    )
    .replace(/(?:同比|环比|较上年|较去年同期|比上年|分别|实现|已|累计|同期|又|再|大幅|平均)+$/u, '')

const changeOf = ({ kind, value }: Quantity, direction: 1 | -1): number =>
  direction * (kind === 'times' ? Math.round(value * 100) : value)

const rounded = (confidence: number): number => Math.round(confidence * 1000) / 1000

/** 10亿元以上项目 is a kind of project, no amount. */
const isModifier = (text: string, { kind, end }: Quantity): boolean =>
  kind === 'level' &&
  /^(?:以上|级|及以上)?(?:的)?(?:重大|产业|优质|工业|重点|外资)*(?:项目|企业)/u.test(
    text.slice(end, end + 12),
  )

class Reader {
  readonly metrics: StatedMetric[] = []
  /** Where the quantity of the metric stands. */
  private readonly places: Quantity[] = []
  /** Of the growth just read where 分别 says that another follows. */
  private listed: 1 | -1 | undefined
  /** What rises from a number to the next one. */
  private rising: string | undefined

  constructor(
    private readonly document: TextDocument,
    private readonly layout: Layout,
  ) {}

  read(): readonly StatedMetric[] {
    for (const [number, clause] of this.layout.clauses.entries()) {
      let last = clause.start
      for (const quantity of quantitiesIn(this.layout.text, clause)) {
        if (isModifier(this.layout.text, quantity)) continue
        this.quantity(quantity, number, clause, last)
        last = quantity.end
      }
    }
    return this.metrics
  }

  private quantity(quantity: Quantity, number: number, clause: Span, last: number): void {
    const { text } = this.layout
    const between = text.slice(last, quantity.start)
    const direction = directionOf(between) ?? (/^[和、与]$/u.test(between) ? this.listed : undefined)
    this.listed = undefined
    if (direction !== undefined && (quantity.kind === 'percent' || quantity.kind === 'times'))
      this.growth(quantity, direction, number, clause, last)
    else if (quantity.kind !== 'times') this.level(quantity, number, clause, last)
  }

  private level(quantity: Quantity, number: number, clause: Span, last: number): void {
    const { text } = this.layout
    const owner = ownerOf(this.layout, number, quantity.start)
    if (!owner) return
    const words = text.slice(Math.max(owner.from, last), quantity.start)
    if (isStartOfRise(words)) this.rising = nameBefore(words.slice(0, -1), quantity.kind)
    if (isStartOfRise(words)) return
    const name =
      nameBefore(words, quantity.kind) ??
      (quantity.kind === 'count' ? nameBehind(text, quantity, clause) : undefined) ??
      (isRise(words) ? (this.rising ?? this.metrics.at(-1)?.name) : undefined)
    this.rising = undefined
    if (name === undefined) return
    this.keep(quantity.kind === 'count' ? 'figure-count' : 'figure-level', owner, name, quantity, clause, {
      value: quantity.value,
      change: null,
    })
  }

  /** A growth belongs to the level before it; to several levels one by one; else it stands for itself. */
  private growth(quantity: Quantity, direction: 1 | -1, number: number, clause: Span, last: number): void {
    const { text } = this.layout
    const change = changeOf(quantity, direction)
    const before = text.slice(last, quantity.start)
    if (before.includes('分别')) this.listed = direction
    const index = this.listed === undefined ? this.metrics.length - 1 : this.metrics.length - 2
    const place = this.places[index]
    const level = this.metrics[index]
    const owner = ownerOf(this.layout, number, quantity.start)
    const words = grown(text.slice(Math.max(owner?.from ?? last, last), quantity.start))
    const name = nameBefore(words, quantity.kind)
    if (level?.change === null && place && name === undefined && quantity.start - place.end <= growthReach)
      this.metrics[index] = { ...level, change }
    else if (owner && (name !== undefined || (owner.isHere && words === '')))
      this.keep('figure-growth', owner, name ?? '增长', quantity, clause, { value: null, change })
  }

  private keep(
    rule: string,
    { mention, certainty }: Owner,
    name: string,
    quantity: Quantity,
    clause: Span,
    { value, change }: { value: number | null; change: number | null },
  ): void {
    const { text, sentence, mentions } = this.layout
    const names = mentions.map(({ mention: one }) => one)
    const stage = figureStage(text, { start: quantity.start, end: quantity.end, clause, sentence, names })
    if (stage === null) return
    const isDamaged = this.document.damage.some(
      (span) => span.start < sentence.end && sentence.start < span.end,
    )
    const said = text.slice(sentence.start, quantity.start)
    this.places.push(quantity)
    this.metrics.push({
      entity: mention,
      name,
      value,
      unit: value === null ? null : quantity.unit,
      period: periodIn(said, this.document.header.date),
      change,
      qualifier: quantity.qualifier,
      stage,
      since: dateIn(said, this.document.header.date),
      figure: null,
      note: null,
      quote: { start: sentence.start, end: sentence.end },
      rule,
      confidence: rounded(rateOf(rule) * certainty * certaintyOfNames(mention) * (isDamaged ? damaged : 1)),
    })
  }
}

/** The figures that one sentence gives for entities whose name or reference is clear; others are left out. */
export const metricsIn = (document: TextDocument, layout: Layout): readonly StatedMetric[] =>
  new Reader(document, layout).read()
