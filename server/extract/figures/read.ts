/** Figures that sentences give for entities: 规上工业总产值3985亿元，同比增长14.2%. */
import { certaintyOfNames } from '../confidence.ts'
import type { TextDocument } from '../document.ts'
import type { StatedMetric } from '../fact.ts'
import type { Layout } from '../frames/layout.ts'
import { rateOf } from '../frames/rate.ts'
import { figureStage } from '../modality.ts'
import type { Span } from '../span.ts'
import { dateIn, periodIn } from '../time.ts'
import { changeOf, directionOf, grown } from './growth.ts'
import { deedOf, isRise, isStartOfRise, nameBefore, nameBehind, shareOf } from './name.ts'
import { namedInList, ownerInList, ownerOf, projectBehind, type Owner } from './owner.ts'
import { quantitiesIn, type Quantity } from './quantity.ts'

/** What damage in the sentence leaves of the confidence. */
const damaged = 0.5
/** A growth belongs to the level that stands this near before it. */
const growthReach = 16

/** The rules of figures. */
export const figureRules = ['figure-level', 'figure-count', 'figure-growth'] as const

const rounded = (confidence: number): number => Math.round(confidence * 1000) / 1000

/** 10亿元以上项目 is a kind of project, no amount. */
const isModifier = (text: string, { kind, end }: Quantity): boolean =>
  kind === 'level' &&
  /^(?:以上|级|及以上)?(?:的)?(?:重大|产业|优质|工业|重点|外资)*(?:项目|企业)/u.test(
    text.slice(end, end + 12),
  )

/** What a size or a cost without a name is called. */
const wholeOf = ({ unit }: Quantity): string => (unit.endsWith('元') ? '投资' : '规模')

class Reader {
  readonly metrics: StatedMetric[] = []
  /** Where the quantity of the metric stands. */
  private readonly places: Quantity[] = []
  /** Where 分别 says that several growths follow, which level the next one is of. */
  private listed: { readonly direction: 1 | -1; next: number } | undefined
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
    const listed = /^[和、与及]/u.test(between) ? this.listed : undefined
    const direction = directionOf(between) ?? (/^[和、与及]$/u.test(between) ? listed?.direction : undefined)
    if (listed === undefined) this.listed = undefined
    if (direction !== undefined && (quantity.kind === 'percent' || quantity.kind === 'times'))
      this.growth(quantity, direction, number, clause, last)
    else if (quantity.kind !== 'times') this.level(quantity, number, clause, last)
  }

  /** Whose figure a number is, where the figure before it ends at `last`. */
  private owner(quantity: Quantity, number: number, clause: Span, last: number): Owner | undefined {
    const listed = last > clause.start ? ownerInList(this.layout, last) : undefined
    return listed ?? ownerOf(this.layout, number, quantity.start)
  }

  private level(quantity: Quantity, number: number, clause: Span, last: number): void {
    const { text, mentions } = this.layout
    const project = projectBehind(this.layout, quantity, clause)
    if (project) {
      const from = mentions.findLast(({ end }) => end <= quantity.start)?.end ?? clause.start
      const words = text.slice(Math.max(from, last, clause.start), quantity.start)
      const name = nameBefore(words, quantity.kind) ?? wholeOf(quantity)
      const owner = { mention: project, certainty: 1, from, isHere: true }
      this.keep('figure-level', owner, name, quantity, clause, { value: quantity.value, change: null })
      return
    }
    const owner = this.owner(quantity, number, clause, last)
    if (!owner) return
    const words = text.slice(Math.max(owner.from, last), quantity.start)
    if (isStartOfRise(words)) this.rising = nameBefore(words.slice(0, -1), quantity.kind)
    if (isStartOfRise(words)) return
    const name =
      this.madeInList(last, quantity, clause) ??
      nameBefore(words, quantity.kind) ??
      (quantity.kind === 'percent' ? shareOf(words) : undefined) ??
      (quantity.kind === 'count' ? nameBehind(text, quantity, clause) : undefined) ??
      (isRise(words) ? (this.rising ?? this.metrics.at(-1)?.name) : undefined)
    this.rising = undefined
    if (name === undefined) return
    this.keep(quantity.kind === 'count' ? 'figure-count' : 'figure-level', owner, name, quantity, clause, {
      value: quantity.value,
      change: null,
    })
  }

  /** In 生产[整机]2460台、[叶片]1875套 the second number is made too; undefined where a list does not go on so. */
  private madeInList(last: number, quantity: Quantity, clause: Span): string | undefined {
    const named = last > clause.start ? namedInList(this.layout, last) : undefined
    if (named?.mention.label !== 'Product' || named.end !== quantity.start) return undefined
    const deed = deedOf(this.metrics.at(-1)?.name ?? '')
    return deed === undefined ? undefined : deed + named.mention.text
  }

  /** A growth belongs to the level before it; to several levels one by one; else it stands for itself. */
  private growth(quantity: Quantity, direction: 1 | -1, number: number, clause: Span, last: number): void {
    const { text } = this.layout
    const change = changeOf(quantity, direction)
    const before = text.slice(last, quantity.start)
    if (before.includes('分别')) {
      const rest = { start: quantity.start, end: clause.end }
      const growths = quantitiesIn(text, rest).filter(({ kind }) => kind === quantity.kind).length
      this.listed = { direction, next: Math.max(0, this.metrics.length - growths) }
    }
    const index = this.listed ? this.listed.next++ : this.metrics.length - 1
    const place = this.places[index]
    const level = this.metrics[index]
    const owner = this.owner(quantity, number, clause, last)
    const words = grown(text.slice(Math.max(owner?.from ?? last, last), quantity.start))
    const name = nameBefore(words, quantity.kind)
    const isNear = this.listed !== undefined || (place && quantity.start - place.end <= growthReach)
    if (level?.change === null && isNear && name === undefined && !ownerInList(this.layout, last))
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
