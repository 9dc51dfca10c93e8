/** Questions as many kinds of people type them, over the tables that ship: none is answered with facts that are not the answer. */
import { expect, test } from '@jest/globals'
import { answersOver, overGraph, shippedTables } from '../server/evaluate/answers.ts'
import { readQuestions } from '../server/evaluate/questions.ts'
import { projectFile } from '../server/project.ts'

/** The files, each with how many of its questions with an answer the grammar does not read yet. */
const files = [
  ['people.yaml', 2],
  ['visitors.yaml', 2],
  ['newcomers.yaml', 4],
  ['newcomersKept.yaml', 8],
] as const

test('none is answered with facts that are not the answer, and few of those with an answer are not read', async () => {
  await overGraph(shippedTables(), async (graph) => {
    for (const [file, unread] of files) {
      const judged = await answersOver(graph, readQuestions(projectFile('tests', 'questions', file)))
      const told = judged.map(({ verdict, wanted, text }) => ({ verdict, question: wanted.question, text }))
      expect(told.filter(({ verdict }) => verdict === 'WRONG' || verdict === 'MISPLACED')).toEqual([])
      expect(told.filter(({ verdict }) => verdict === 'REFUSED').length).toBeLessThanOrEqual(unread)
    }
  })
})
