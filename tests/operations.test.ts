/** The operations of the page: each with exactly the fragments it names, and right by the schema. */
import { describe, expect, test } from '@jest/globals'
import { readdirSync, readFileSync } from 'node:fs'
import { buildSchema, parse, validate } from 'graphql'
import { projectFile } from '../server/project.ts'
import { appendFragments } from '../web/operations/fragments.ts'

const read = (name: string): string => readFileSync(projectFile('web', 'operations', name), 'utf8')
const files = readdirSync(projectFile('web', 'operations')).filter((name) => name.endsWith('.graphql'))
const isOperation = (name: string): boolean => /^(query|mutation) /m.test(read(name))
const fragments = files.filter((name) => !isOperation(name)).map(read)
const schema = buildSchema(readFileSync(projectFile('server', 'graphql', 'schema.graphql'), 'utf8'))

describe('fragments', () => {
  const texts = [
    '# Two in one text.\nfragment Inner on Entity {\n  id\n}\n\nfragment Outer on Entity {\n  ...Inner\n  ... on Park {\n    id\n  }\n}\n',
    'fragment Other on Entity {\n  name\n}\n',
  ]

  test('are appended with those that they spread, each once, and no other', () => {
    const whole = appendFragments('query A {\n  ...Outer\n  ...Outer\n  ...Inner\n}\n', texts)
    expect(whole.match(/^(query|fragment) \w+/gm)).toEqual(['query A', 'fragment Outer', 'fragment Inner'])
  })

  test('that an operation brings along are its own', () => {
    const whole = appendFragments(
      'query A {\n  ...Mine\n}\n\nfragment Mine on Entity {\n  ...Inner\n}\n',
      texts,
    )
    expect(whole.match(/^fragment \w+/gm)).toEqual(['fragment Mine', 'fragment Inner'])
  })

  test('that are nowhere are named', () => {
    expect(() => appendFragments('query A {\n  ...Lost\n}\n', texts)).toThrow('Lost')
  })
})

test.each(files.filter(isOperation))('%s is right by the schema', (name) => {
  expect(validate(schema, parse(appendFragments(read(name), fragments)))).toEqual([])
})
