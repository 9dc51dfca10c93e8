/** Answering questions, as a section of the evaluation. */
import { projectFile } from '../project.ts'
import { answersOver, overGraph, shippedTables, type JudgedAnswer } from './answers.ts'
import { readConfirmed } from './confirmed.ts'
import { tryLeads, type LeadTrial } from './leads.ts'
import { rankLookUps, readLookUps, type RankedLookUp } from './lookUps.ts'
import { readQuestions } from './questions.ts'
import { percent, type Section, type Table } from './report.ts'

const share = (part: number, of: number): number | null => (of === 0 ? null : part / of)

/** What is published of a set of judged answers. */
export interface QuestionFigures {
  readonly questions: number
  /** Questions with a stated answer, and how many of them were answered at all. */
  readonly answerable: number
  readonly answered: number
  /** Of those, right. */
  readonly right: number
  /** Answers with facts that are not the answer, whatever was asked. */
  readonly wrong: number
  /** Questions without a stated answer, and how many of them were handled as expected. */
  readonly others: number
  readonly handled: number
}

/** Counts verdicts. */
export const figuresOf = (judged: readonly JudgedAnswer[]): QuestionFigures => {
  const answerable = judged.filter(({ wanted }) => wanted.kind === 'STATED')
  const others = judged.filter(({ wanted }) => wanted.kind !== 'STATED')
  return {
    questions: judged.length,
    answerable: answerable.length,
    answered: answerable.filter(({ kind }) => kind === 'STATED').length,
    right: answerable.filter(({ kind, verdict }) => kind === 'STATED' && verdict === 'RIGHT').length,
    wrong: judged.filter(({ verdict }) => verdict === 'WRONG').length,
    others: others.length,
    handled: others.filter(({ verdict }) => verdict === 'RIGHT').length,
  }
}

const row = (name: string, figures: QuestionFigures): readonly string[] => [
  `${name} (${figures.questions.toString()})`,
  percent(share(figures.answered, figures.answerable)),
  percent(share(figures.right, figures.answered)),
  percent(share(figures.wrong, figures.questions)),
  percent(share(figures.handled, figures.others)),
]

/** What is measured on graphs: answers over the tables alone and with the digests, look-ups and leads over the tables. */
export interface Measured {
  readonly tables: readonly JudgedAnswer[]
  readonly all: readonly JudgedAnswer[]
  readonly lookUps: readonly RankedLookUp[]
  readonly leads: readonly LeadTrial[]
}

/** Asks the test questions over both graphs, and looks names and leads up in that of the tables. */
export const measureQuestions = async (): Promise<Measured> => {
  const questions = readQuestions(projectFile('tests', 'questions', 'test.yaml'))
  const overTables = await overGraph(shippedTables(), async (graph) => ({
    tables: await answersOver(graph, questions),
    lookUps: rankLookUps(graph.catalog, readLookUps()),
    leads: await tryLeads(graph),
  }))
  const all = await overGraph([projectFile('data', 'sources')], (graph) =>
    answersOver(graph, questions, readConfirmed()),
  )
  return { ...overTables, all }
}

/** The section of these answers. */
export const questionSection = ({ tables, all }: Measured): Section => {
  const figures = { tables: figuresOf(tables), all: figuresOf(all) }
  const table: Table = {
    title: 'Test questions',
    columns: [
      'graph',
      'answered',
      'right, of the answered',
      'confidently wrong, of all',
      'others handled right',
    ],
    rows: [row('tables', figures.tables), row('tables and digests', figures.all)],
  }
  return {
    name: 'questions',
    title: 'Answering questions',
    notes: [
      'Questions that the engine was not built on (`tests/questions/test.yaml`), with answers looked up in the tables apart from it. Answered: questions with a stated answer that got facts. Confidently wrong: facts that are not the answer. Others: not stated, leads only, ambiguous or out of scope. With the digests loaded, more may rightly be stated than the tables do: facts that a person confirmed in a digest (`tests/questions/digests.yaml`) may stand beside what is expected, all others count as wrong.',
    ],
    tables: [table],
    data: figures,
  }
}
