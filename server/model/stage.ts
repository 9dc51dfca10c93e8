/** How far a stated fact has come, and how the words of a text or table say so (meanings.md, Stages). */

/** In the order of progress; the further one wins where two evidences have the same date. */
export const stages = ['PLANNED', 'SIGNED', 'BUILDING', 'ACTIVE', 'ENDED'] as const
export type Stage = (typeof stages)[number]

export const isStage = (text: string): text is Stage => stages.some((stage) => stage === text)

/** 0 for PLANNED to 4 for ENDED. */
export const stageRank = (stage: Stage): number => stages.indexOf(stage)

/** What the Chinese words of a stage column mean; the English names stand for themselves. */
const words: readonly (readonly [Stage, readonly string[]])[] = [
  ['PLANNED', ['计划', '拟', '规划', '预计', '将', '力争', '有望', '拟建', '筹建']],
  ['SIGNED', ['签约', '意向', '定点', '协议', '已签约']],
  ['BUILDING', ['开工', '在建', '建设中', '已开工']],
  ['ACTIVE', ['在产', '供货', '投产', '运行', '运营', '已投产', '在营']],
  ['ENDED', ['终止', '退出', '停产', '已终止']],
]

const byWord = new Map<string, Stage>(
  words.flatMap(([stage, list]) => list.map((word) => [word, stage] as const)),
)

/** The stage a cell names, in English or Chinese; undefined where it names none. */
export const stageOf = (cell: string): Stage | undefined => {
  const upper = cell.trim().toUpperCase()
  return isStage(upper) ? upper : byWord.get(cell.trim())
}

/** What a stage cell may hold, for messages. */
export const stageWords = `${stages.join(', ')} (or ${words.map(([, list]) => list[0]).join(', ')})`
