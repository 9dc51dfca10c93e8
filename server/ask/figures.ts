/** Answers to questions for figures: of whom, which, of when. */
import { isAccepted } from './accepted.ts'
import { nameKey } from '../names/normalise.ts'
import { evidenceOf, type Evidence } from '../read/evidence.ts'
import { metricsOf, type Metric } from '../read/metrics.ts'
import type { Result } from './answer.ts'
import { noun, type Language } from './describe.ts'
import { wordSenses } from './grammar.ts'
import type { Period, Plan } from './plan.ts'
import { notStated, sourcesText } from './sentences.ts'
import { evaluate } from './evaluate.ts'
import { invested, investedIn } from './invested.ts'
import { entitiesOf, type Asked } from './asked.ts'

/** A figure with its evidence and the year it is of. */
interface Dated {
  readonly metric: Metric
  readonly year: string
  readonly evidence: readonly Evidence[]
}

/** The year that a figure's period names, else the year its source states. */
const yearOf = (metric: Metric, evidence: readonly Evidence[]): string => {
  const named = /(?:19|20)\d\d/.exec(metric.period ?? '')
  if (named !== null) return named[0]
  return evidence.find(({ since }) => since !== null)?.since?.slice(0, 4) ?? ''
}

/** Whether a name is one of those a word means, from the most to the least exact: it, what it stands for, what ends with it, what holds it. */
const nameLevels = (asked: string): readonly ((name: string) => boolean)[] => {
  const key = nameKey(asked)
  const row = (wordSenses.get(key) ?? []).flatMap((sense) => (sense.kind === 'metric' ? sense.names : []))
  const names = [key, ...row.map(nameKey)]
  return [
    (name) => name === key,
    (name) => names.includes(name),
    (name) => names.some((one) => name.endsWith(one)),
    (name) => names.some((one) => name.includes(one)),
  ]
}

/** Whether a word asks what was invested: 总投资, 投资了多少. */
const isInvested = (asked: string): boolean =>
  (wordSenses.get(nameKey(asked)) ?? []).some(
    (sense) => sense.kind === 'metric' && sense.names[0] === invested,
  )

/** Of these levels, those that leave no part of a name out. */
const exactLevels = 2

/** The figures of the most exact level that has any which pass. */
const ofName = <F>(
  figures: readonly F[],
  asked: string,
  nameOf: (figure: F) => string,
  levels?: number,
): readonly F[] => {
  for (const level of nameLevels(asked).slice(0, levels)) {
    const found = figures.filter((figure) => level(nameKey(nameOf(figure))))
    if (found.length > 0) return found
  }
  return []
}

const dashes = /[-–—~至到]/g

const fits = ({ metric, year }: Dated, period: Period | null): boolean => {
  if (period === null) return true
  if (period.year !== '' && period.year !== year) return false
  const part = (metric.period ?? '').replaceAll(dashes, '-')
  if (period.month !== '')
    return part.startsWith(`${year}-${period.month}`) || part.endsWith(`${Number(period.month).toString()}月`)
  if (period.part === '') return true
  return period.part === '全年' || period.part === '全年度'
    ? /^\d{4}$/.test(part)
    : part.includes(period.part.replaceAll(dashes, '-'))
}

const periodText = ({ metric, year }: Dated): string => {
  const period = metric.period ?? ''
  if (period === '') return year === '' ? '未写期间' : `${year}年资料`
  return period.includes(year) ? (/^\d{4}$/.test(period) ? `${period}年` : period) : `${year}年${period}`
}

const figureText = (dated: Dated, language: Language): string => {
  const { metric } = dated
  const { value, unit, qualifier, change, stage } = metric
  const amount = value === null ? '' : `${qualifier ?? ''}${value.toString()}${unit ?? ''}`
  const growth =
    change === null ? '' : language === 'zh' ? `增幅${change.toString()}%` : `change ${change.toString()}%`
  const planned = stage === 'PLANNED' ? (language === 'zh' ? '目标，不是实际' : 'a target, not reached') : ''
  const aside = [planned, growth].filter(Boolean).join('，')
  const period = language === 'zh' ? periodText(dated) : (metric.period ?? dated.year)
  const head = language === 'zh' ? `${period}${metric.name}` : `${metric.name} ${period}: `
  return amount === '' ? `${head}${aside}` : `${head}${amount}${aside === '' ? '' : `（${aside}）`}`
}

/** Whether some evidence of a figure states by how much it changed. */
const statesGrowth = ({ metric, evidence }: Dated): boolean =>
  metric.change !== null || evidence.some(({ figure }) => figure?.includes('%') === true)

/** How else sources put the same figure; empty where all put it alike. */
const otherwiseText = ({ metric, evidence }: Dated): string => {
  const shown = `${metric.qualifier ?? ''}${metric.value?.toString() ?? ''}${metric.unit ?? ''}`
  const others = [...new Set(evidence.flatMap(({ figure }) => figure ?? []))].filter(
    (figure) => figure !== shown && !(metric.change !== null && figure.startsWith(`${shown}，`)),
  )
  return others.length === 0 ? '' : `（另写作${others.join('、')}）`
}

/** The most figures a sentence tells. */
const toldFigures = 6

/** The stated figures of one thing; where there is none of the period asked for, the periods there are. */
export const respondMetric = async (
  asked: Asked,
  plan: Extract<Plan, { kind: 'metric' }>,
): Promise<Result> => {
  const zh = asked.language === 'zh'
  const [entity, another] = entitiesOf(asked, [...(await evaluate(asked, plan.of)).keys()])
  // 甲的项目总投资 is a figure of the one project there is; of several, none is meant.
  if (entity === undefined || another !== undefined)
    return {
      kind: 'NOT_STATED',
      text: `${notStated(asked.vocabulary, `${noun(plan.of, asked.language)}${zh ? '的' : ' '}${isInvested(plan.name) ? invested : plan.name}`, asked.language)}${zh ? '。' : '.'}`,
    }
  const [stated = []] = await metricsOf(asked.store, [entity.id])
  const all = stated.filter(isAccepted)
  // A target is no answer to what was reached in a year, and the other way round.
  const isMeant = ({ stage }: Metric): boolean =>
    plan.planned ? stage === 'PLANNED' : plan.period === null || stage !== 'PLANNED'
  const evidence = await evidenceOf(
    asked.store,
    all.map(({ id }) => id),
  )
  const dated = all.map((metric, index): Dated => {
    const own = evidence[index] ?? []
    return { metric, evidence: own, year: yearOf(metric, own) }
  })
  const nameOf = (one: Dated): string => one.metric.name
  const fitting = dated.filter(
    (one) => isMeant(one.metric) && fits(one, plan.period) && (!plan.growth || statesGrowth(one)),
  )
  const called = isInvested(plan.name) ? invested : plan.name
  // What was invested in a park as a whole is no figure of the projects there.
  const levels = called === invested && entity.label !== 'Project' ? exactLevels : undefined
  const found = [...ofName(fitting, plan.name, nameOf, levels)].sort(
    (left, right) => Number(left.metric.stage === 'PLANNED') - Number(right.metric.stage === 'PLANNED'),
  )
  const when =
    plan.period === null
      ? ''
      : `${plan.period.year === '' ? '' : `${plan.period.year}年`}${plan.period.month === '' ? '' : `${Number(plan.period.month).toString()}月`}${plan.period.part}`
  if (found.length === 0) {
    const periods = [
      ...new Set(
        ofName(dated, plan.name, nameOf).map(
          (one) => periodText(one) + (one.metric.stage === 'PLANNED' ? '的目标' : ''),
        ),
      ),
    ]
    const known =
      periods.length === 0
        ? ''
        : zh
          ? `；有的是：${periods.join('、')}`
          : `; stated are: ${periods.join(', ')}`
    if (called === invested && plan.period === null) {
      const told = await investedIn(asked, entity)
      if (told !== null) return told
    }
    const text = zh
      ? `资料没有写明${entity.name}${when}的${called}${known}。`
      : `Nothing states ${plan.name} of ${entity.name} for ${when}${known}.`
    return { kind: 'NOT_STATED', text }
  }
  const sources = new Set(found.flatMap((one) => one.evidence.map(({ document }) => document.id))).size
  const told = found
    .slice(0, toldFigures)
    .map((one) => figureText(one, asked.language) + (zh ? otherwiseText(one) : ''))
  const text = zh
    ? `${entity.name}：${told.join('；')}。${sourcesText(sources, 'zh')}。`
    : `${entity.name}: ${told.join('; ')}. ${sourcesText(sources, 'en')}.`
  return { kind: 'STATED', text, metrics: found.map(({ metric }) => metric) }
}

/** Units of money in one measure, so that they compare. */
const inYi: Readonly<Record<string, number>> = { 万亿元: 10_000, 亿元: 1, 万元: 0.0001 }

/** What a figure comes to in the unit that it is compared in; null where it does not compare. */
const comparable = ({ value, unit }: Metric): { readonly amount: number; readonly unit: string } | null => {
  if (value === null) return null
  const factor = inYi[unit ?? '']
  return factor === undefined ? { amount: value, unit: unit ?? '' } : { amount: value * factor, unit: '亿元' }
}

/** Whoever has the highest stated figure of a name among those of one unit; reached figures only. */
export const respondMostMetric = async (
  asked: Asked,
  plan: Extract<Plan, { kind: 'mostMetric' }>,
): Promise<Result> => {
  const ids = [...(await evaluate(asked, plan.among)).keys()]
  const all = (await metricsOf(asked.store, ids)).flat().filter(isAccepted)
  const compared = ofName(all, plan.name, ({ name }) => name).flatMap((metric) => {
    const measured = metric.stage === 'PLANNED' ? null : comparable(metric)
    return measured === null ? [] : [{ metric, ...measured }]
  })
  const units = new Set(compared.map(({ unit }) => unit))
  const [best] = [...compared].sort((left, right) => right.amount - left.amount)
  const zh = asked.language === 'zh'
  const entity = best === undefined ? undefined : asked.catalog.get(best.metric.entity)
  if (best === undefined || entity === undefined || units.size > 1) {
    const why =
      units.size > 1
        ? zh
          ? '的单位不同，不能比较'
          : 'is in different units'
        : zh
          ? '没有写明'
          : 'is not stated'
    return { kind: 'NOT_STATED', text: zh ? `${plan.name}在资料中${why}。` : `${plan.name} ${why}.` }
  }
  const [evidence = []] = await evidenceOf(asked.store, [best.metric.id])
  const told = figureText(
    { metric: best.metric, evidence, year: yearOf(best.metric, evidence) },
    asked.language,
  )
  const text = zh
    ? `资料写明的${plan.name}中最高的是${entity.name}：${told}；各家所述期间不同，未写到的不在其内。`
    : `The highest stated is ${entity.name}: ${told}.`
  return { kind: 'STATED', text, entities: [entity], metrics: [best.metric] }
}
