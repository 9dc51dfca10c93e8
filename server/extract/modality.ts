/** Whether a predicate is stated at all, and how far what it states has come (meanings.md, Stages). */
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'
import { stages, type Stage } from '../model/stage.ts'
import { projectFile } from '../project.ts'
import { WordList } from './frames/wordList.ts'
import type { Span } from './span.ts'

/** How far before its predicate a word still speaks of it, and how far behind. */
const reach = { before: 24, negation: 8, possibility: 3, behind: 12 }
/** What hearsay leaves of a confidence. */
const hearsay = 0.5

const words = z.array(z.string().min(1)).transform((list) => new WordList(list))
const byStage = z.record(z.enum(stages), words)
const shape = z.strictObject({
  before: byStage,
  inside: byStage,
  behind: byStage,
  innocent: words,
  negations: words,
  possibilities: words,
  rumours: words,
  questions: words,
})
const file = projectFile('data', 'lexicon', 'stages.yaml')
const parsed = shape.safeParse(parse(readFileSync(file, 'utf8')))
if (!parsed.success) throw new Error(`${file}: ${z.prettifyError(parsed.error)}`)
const lexicon = parsed.data

export interface Modality {
  readonly stage: Stage
  /** 1, less for hearsay. */
  readonly certainty: number
}

/** What stands around a predicate. */
export interface Predicate extends Span {
  /** Where its clause, and so what speaks of it, begins and ends. */
  readonly clause: Span
  readonly sentence: Span
  /** What it means where nothing else is said. */
  readonly stage: Stage
  /** Names: words inside them say nothing of the predicate. */
  readonly names: readonly Span[]
}

interface Cue extends Span {
  readonly word: string
}

/** The words of a list between two places, outside of names and of harmless words, in order. */
const cues = (
  text: string,
  list: WordList,
  start: number,
  end: number,
  names: readonly Span[],
): readonly Cue[] => {
  const found: Cue[] = []
  for (let at = start; at < end;) {
    const name = names.find((span) => span.start <= at && at < span.end)
    const innocent = lexicon.innocent.at(text, at)
    const word = list.at(text, at)
    if (name) at = name.end
    else if (word !== undefined && at + word.length <= end && word.length >= (innocent?.length ?? 0)) {
      found.push({ start: at, end: at + word.length, word })
      at += word.length
    } else at += innocent?.length ?? 1
  }
  return found
}

/** 将[零部件]运往 is 把: the particle before a name does not speak of the future. */
const isObjectMark = (cue: Cue, names: readonly Span[]): boolean =>
  cue.word === '将' && names.some((name) => name.start === cue.end)

/** The stage whose word stands nearest before the predicate. */
const stageBefore = (text: string, { start, clause, names }: Predicate): Stage | undefined => {
  const from = Math.max(clause.start, start - reach.before)
  return stages
    .flatMap((stage) =>
      cues(text, lexicon.before[stage], from, start, names)
        .filter((cue) => !isObjectMark(cue, names))
        .map((cue) => ({ stage, cue })),
    )
    .sort((left, right) => right.cue.end - left.cue.end || right.cue.word.length - left.cue.word.length)[0]
    ?.stage
}

const stageAt = (
  text: string,
  list: Readonly<Record<Stage, WordList>>,
  { start, end }: Span,
  names: readonly Span[],
): Stage | undefined => stages.find((stage) => cues(text, list[stage], start, end, names).length > 0)

/** 可为…… speaks of what comes after the one it is for. */
const recipient = /[为向给]/

/** Characters between two places, names left out: 没有为[上海远山座椅]供货 denies the 供货. */
const distance = (from: number, to: number, names: readonly Span[]): number =>
  names
    .filter((name) => name.start >= from && name.end <= to)
    .reduce((length, name) => length - (name.end - name.start), to - from)

/** The place `reach.behind` characters on, names not counted. */
const reachBehind = (from: number, names: readonly Span[]): number => {
  let to = from + reach.behind
  for (const name of names) if (name.start >= from && name.start < to) to += name.end - name.start
  return to
}

/** A sentence asks with its mark; words such as 能否 ask in their clause alone. */
const isAsked = (text: string, { sentence, clause, names }: Omit<Predicate, 'stage'>): boolean =>
  cues(text, lexicon.questions, clause.start, clause.end, names).length > 0 ||
  /[？?]/.test(text.slice(sentence.start, sentence.end))

const isDenied = (text: string, { start, clause, names }: Predicate): boolean =>
  cues(text, lexicon.negations, clause.start, start, names).some(
    (cue) => distance(cue.end, start, names) <= reach.negation,
  ) ||
  cues(text, lexicon.possibilities, clause.start, start, names).some(
    ({ end, word }) =>
      word.length > 1 || start - end <= reach.possibility || recipient.test(text.charAt(end)),
  )

/**
 * How far what a predicate states has come; null where nothing is stated: a denial, a question, a mere possibility.
 * The nearest word before it decides, then words inside and behind it, then what it means by itself.
 */
export const modalityOf = (text: string, predicate: Predicate): Modality | null => {
  const { sentence, clause, names, start, end } = predicate
  if (isAsked(text, predicate)) return null
  const before = stageBefore(text, predicate)
  if (before !== 'ENDED' && isDenied(text, predicate)) return null
  const certainty = cues(text, lexicon.rumours, sentence.start, start, names).length > 0 ? hearsay : 1
  const behind = { start: end, end: Math.min(clause.end, reachBehind(end, names)) }
  const stated =
    stageAt(text, lexicon.inside, { start, end }, names) ?? stageAt(text, lexicon.behind, behind, names)
  // 将签约 is not yet signed; 已签约 is signed and no more.
  const stage = before === undefined || before === 'ACTIVE' ? (stated ?? predicate.stage) : before
  return { stage, certainty }
}

/**
 * Whether a figure is a target (PLANNED) or reached (ACTIVE); null where it is denied or asked. What a plant can make
 * is a target as well.
 */
export const figureStage = (text: string, figure: Omit<Predicate, 'stage'>): 'PLANNED' | 'ACTIVE' | null => {
  const { clause, names, start } = figure
  if (isAsked(text, figure)) return null
  const denied = cues(text, lexicon.negations, clause.start, start, names)
  if (denied.some((cue) => distance(cue.end, start, names) <= reach.negation)) return null
  if (stageBefore(text, { ...figure, stage: 'ACTIVE' }) === 'PLANNED') return 'PLANNED'
  return cues(text, lexicon.possibilities, clause.start, start, names).length > 0 ? 'PLANNED' : 'ACTIVE'
}
