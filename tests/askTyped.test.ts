/** Whatever is typed: names as people type them, long and hostile text, and the log of what could not be read. */
import { expect, test } from '@jest/globals'
import { pino } from 'pino'
import { lookUpFigures, rankLookUps, readLookUps } from '../server/evaluate/lookUps.ts'
import { createEndpoint } from '../server/graphql/yoga.ts'
import { shippedQuestions, wholeAnswer } from './shippedQuestions.ts'

const { graph, send, ask } = shippedQuestions()

test('only questions that could not be read are noted for review', async () => {
  const noted: string[] = []
  const noting = createEndpoint({
    store: graph().opened.store,
    live: graph().live,
    logger: pino({ level: 'silent' }),
    production: false,
    noteQuestion: (question) => noted.push(question),
  })
  for (const question of ['写首诗', '理想的供应商', '腾讯的供应商有哪些', '比亚迪是不是理想的供应商'])
    await noting.fetch('http://localhost/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: wholeAnswer, variables: { question } }),
    })
  expect(noted).toEqual(['写首诗', '腾讯的供应商有哪些'])
})

test('a question of 200 characters is taken, a longer one is refused with what is allowed', async () => {
  expect((await ask('理'.repeat(200))).kind).toBe('OUT_OF_SCOPE')
  const { errors } = await send(wholeAnswer, { question: '理'.repeat(201) })
  expect(errors?.[0]).toMatchObject({
    message: 'question has 201 characters; at most 200 are allowed',
    extensions: { code: 'BAD_USER_INPUT' },
  })
})

test.each([
  ['nothing', ''],
  ['white space and control characters', ' \u0000\u0007\t\n\u200b '],
  ['a pattern that would run away', `${'('.repeat(60)}a+)+$${'a'.repeat(60)}`],
  ['names in a row', '理想'.repeat(100)],
  ['names joined', Array.from({ length: 40 }, () => '理想').join('和')],
  ['verbs in a row', '给供货'.repeat(60)],
  ['a statement', 'MATCH (n) DETACH DELETE n // 理想'],
])('hostile text is answered like any other: %s', async (_name, question) => {
  expect((await ask(question.slice(0, 200))).kind).toBe('OUT_OF_SCOPE')
})

test('halves of characters are passed over', async () => {
  expect((await ask('\ud842理想的供应商\udfb7')).interpretation?.entities[0]).toMatchObject({
    text: '理想',
    start: 1,
    end: 3,
  })
})

test('names are found however they are typed', () => {
  const ranked = rankLookUps(graph().live.current().catalog, readLookUps())
  const { lookUps, first, amongFive } = lookUpFigures(ranked.filter(({ half }) => half === 'development'))
  expect(lookUps).toBeGreaterThan(50)
  expect(first).toBeGreaterThanOrEqual(0.9)
  expect(amongFive).toBeGreaterThanOrEqual(0.97)
})
