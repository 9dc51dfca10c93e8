/** How large an operation may be, at the edge of each bound; and what hostile operations cost. */
import { beforeAll, describe, expect, test } from '@jest/globals'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'graphql'
import { z } from 'zod'
import { costOf } from '../server/graphql/cost.ts'
import { DocumentCache } from '../server/graphql/documentCache.ts'
import { limits } from '../server/graphql/limits.ts'
import { createSchema } from '../server/graphql/schema.ts'
import type { Endpoint } from '../server/graphql/yoga.ts'
import { projectFile } from '../server/project.ts'
import { endpointOf, idleStore } from './endpoint.ts'

let endpoint: Endpoint
beforeAll(async () => {
  endpoint = await endpointOf(idleStore)
})

const shape = z.object({
  errors: z.array(z.object({ message: z.string(), extensions: z.unknown().optional() })).optional(),
})

const ask = async (query: string, variables: unknown = {}) => {
  const response = await endpoint.fetch('http://localhost/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  })
  return { status: response.status, ...shape.parse(await response.json()) }
}

const refusal = (message: string) => ({
  status: 400,
  errors: [{ message, extensions: { code: 'OPERATION_TOO_LARGE' } }],
})

const nested = (levels: number): string =>
  `{ entities(first: 1) { edges { node { ${'region { '.repeat(levels - 4)} id ${'} '.repeat(levels - 4)} } } } }`
const listed = (count: number, field: (index: number) => string): string =>
  `{ ${Array.from({ length: count }, (_, index) => field(index)).join(' ')} }`
const directives = (count: number): string => listed(count, () => 'stats @include(if: true) { version }')

describe('a bound holds at its edge', () => {
  test.each<[string, string, string, string]>([
    ['depth', nested(15), nested(16), 'the operation is 16 levels deep; at most 15 are allowed'],
    [
      'depth through fragments',
      `${nested(12).replace(' id ', ' ...A ')} fragment A on Region { region { region { region { id } } } }`,
      `${nested(13).replace(' id ', ' ...A ')} fragment A on Region { region { region { region { id } } } }`,
      'the operation is 16 levels deep; at most 15 are allowed',
    ],
    [
      'tokens, the two brackets included',
      listed(1_998, (index) => `a${index.toString()}`),
      listed(1_999, (index) => `a${index.toString()}`),
      'the operation has more than 2000 tokens; split it, or use variables',
    ],
    [
      'aliases',
      listed(30, (index) => `a${index.toString()}: __typename`),
      listed(31, (index) => `a${index.toString()}: __typename`),
      'the operation has 31 aliases; at most 30 are allowed',
    ],
    [
      'the same field',
      listed(99, () => '__typename'),
      listed(100, () => '__typename'),
      'the field __typename is asked 100 times or more in one place; ask fewer times',
    ],
    ['directives', directives(50), directives(51), 'the operation has 51 directives; at most 50 are allowed'],
  ])('%s', async (_bound, allowed, refused, message) => {
    expect((await ask(allowed)).status).toBe(200)
    expect(await ask(refused)).toEqual(refusal(message))
  })

  test('directives in one place', async () => {
    expect((await ask(`{ __typename ${'@a '.repeat(5)} }`)).errors?.[0]?.message).toBe(
      'Unknown directive "@a".',
    )
    expect(await ask(`{ __typename ${'@a '.repeat(6)} }`)).toEqual(
      refusal('there are 6 directives in one place; at most 5 are allowed'),
    )
  })

  test('cost: 100 × 2 × 100 × 100 objects can be asked for, ten times as many can not', async () => {
    const asked = (first: number): string =>
      `query ($first: Int = ${first.toString()}) { entities(first: 100) { edges { node { relationships(first: $first) { edges { node { evidence(first: 49) { row } } } } } } } }`
    expect((await ask(asked(100))).status).toBe(200)
    expect(await ask(asked(201))).toEqual({
      status: 400,
      errors: [
        {
          message: expect.stringMatching(/^the answer could hold \d+ objects; at most 1000000 are allowed: /),
          extensions: { code: 'OPERATION_TOO_LARGE' },
        },
      ],
    })
    expect((await ask(asked(100), { first: 201 })).status).toBe(400)
    expect((await ask(asked(201), { first: 100 })).status).toBe(200)
  })
})

test('an operation of depth 12 and 1,000 tokens works', async () => {
  const names = 'name id '.repeat(49)
  const deep = `{ entities { edges { node { ... on Company { suppliers { edges { node { ${names} suppliers { edges { node { ${names} suppliers { edges { node { ${names} } } } } } } } } } } } } } ${'stats { version } '.repeat(98)} }`
  expect(await ask(deep)).toEqual({ status: 200 })
})

const document = (text: string) => ({ schema: createSchema(), document: parse(text), variableValues: {} })

describe('the cost', () => {
  test.each<[string, string, number]>([
    ['one object', '{ stats { version } }', 1],
    ['a connection, its edges and nodes', '{ entities(first: 10) { edges { node { id } } } }', 30],
    ['a list without first, at the start', '{ supplyChain(of: "a") { relationships { id } } }', 600],
    ['a list without first, further in', '{ entity(id: "a") { ... on Company { parks { id } } } }', 21],
    ['a fragment, each time it is spread', '{ ...A ...A } fragment A on Query { stats { version } }', 2],
    ['what is no object', '{ __typename }', 0],
  ])('%s', (_what, text, cost) => {
    expect(costOf(document(text))).toBe(cost)
  })

  test('every operation of the page costs less than a tenth of what is allowed', () => {
    const folder = projectFile('web', 'operations')
    const operations = readdirSync(folder).filter((file) => file.endsWith('.graphql'))
    const costs = operations.map((file) => ({
      file,
      cost: costOf({
        ...document(readFileSync(join(folder, file), 'utf8')),
        variableValues: { first: 1_000, depth: 6 },
      }),
    }))
    expect(costs.filter(({ cost }) => cost > limits.cost / 10)).toEqual([])
  })
})

describe('hostile operations are answered or refused at once, not after what they would multiply to', () => {
  const doubling = Array.from(
    { length: 120 },
    (_, index) =>
      `fragment F${index.toString()} on Entity { region { ...F${(index + 1).toString()} } ... on Company { region { ...F${(index + 1).toString()} } } }`,
  )
  test.each([
    [
      'fragments that double at each step',
      `{ entity(id: "a") { ...F0 } } ${doubling.join(' ')} fragment F120 on Entity { id }`,
    ],
    [
      'fragments in circles',
      `{ entity(id: "a") { ...A } } fragment A on Entity { ...B ...B } fragment B on Entity { ...A ...A }`,
    ],
    ['99 selections of one field', `{ ${'stats { version version version version version } '.repeat(99)} }`],
    ['a deep selection', `${'{ a '.repeat(990)} ${'} '.repeat(990)}`],
    ['a deep list', `{ neighbors(of: ${'['.repeat(900)}${']'.repeat(900)}) { truncated } }`],
    ['a million characters of white space', ' '.repeat(250_000) + '{ __typename }'],
  ])('%s', async (_what, text) => {
    expect([200, 400]).toContain((await ask(text)).status)
  })
})

test('parsed operations are kept within a bound on their text, the latest used longest', () => {
  const cache = new DocumentCache<number>()
  const text = (index: number): string => index.toString().padEnd(100_000, ' ')
  for (let index = 0; index < 10; index++) cache.set(text(index), index)
  expect(cache.get(text(0))).toBe(0)
  cache.set(text(10), 10)
  expect(cache.get(text(1))).toBeUndefined()
  expect([cache.get(text(0)), cache.get(text(10))]).toEqual([0, 10])
})
