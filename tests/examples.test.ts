/** The examples of GraphiQL run as they stand against the data that ships. */
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { rmSync } from 'node:fs'
import { pino } from 'pino'
import { z } from 'zod'
import { readConfig } from '../server/config.ts'
import { type Running, startServer } from '../server/main.ts'
import { newFolder } from './stores.ts'

const dataDir = newFolder()
let server: Running

beforeAll(async () => {
  const config = readConfig({ DATA_DIR: dataDir, PORT: '0', HOST: '127.0.0.1' })
  server = await startServer(config, pino({ level: 'silent' }))
})
afterAll(async () => {
  await server.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

const examples = z.array(z.object({ title: z.string(), operation: z.string() }))

/** The fields of an answer, at any depth, that are empty. */
const emptyIn = (value: unknown, path = ''): readonly string[] => {
  if (value === null || (Array.isArray(value) && value.length === 0)) return [path]
  if (Array.isArray(value)) return []
  if (typeof value !== 'object') return []
  return Object.entries(value).flatMap(([name, inner]) => emptyIn(inner, `${path}.${name}`))
}

test('there are ten, each with a title of its own, and each finds something', async () => {
  const listed = examples.parse(await (await fetch(`${server.url}/graphql-examples.json`)).json())
  expect(new Set(listed.map(({ title }) => title)).size).toBe(10)
  for (const { title, operation } of listed) {
    const answer = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: operation }),
    })
    const { data, errors } = z
      .object({ data: z.unknown(), errors: z.unknown().optional() })
      .parse(await answer.json())
    expect([title, errors]).toEqual([title, undefined])
    // A stated answer needs no suggestions.
    const empty = emptyIn(data).filter((path) => path !== '.ask.suggestions')
    expect([title, empty]).toEqual([title, []])
  }
})
