/** What is written about the project is true of it. */
import { expect, test } from '@jest/globals'
import { existsSync, readFileSync } from 'node:fs'
import { buildSchema, isEnumType, isInputObjectType, isInterfaceType, isObjectType } from 'graphql'
import { benchPage, readBench } from '../scripts/bench/report.ts'
import { sections } from '../scripts/bench/sections.ts'
import { modelPage } from '../scripts/docs.ts'
import { labels, model } from '../server/model/model.ts'
import { projectFile } from '../server/project.ts'

const text = (...parts: readonly string[]): string => readFileSync(projectFile(...parts), 'utf8')

test('docs/model.md is what data/model.yaml says', async () => {
  expect(text('docs', 'model.md')).toBe(await modelPage())
})

test('docs/bench.md is what docs/bench.json says', async () => {
  expect(text('docs', 'bench.md')).toBe(await benchPage(sections, readBench(text('docs', 'bench.json'))))
})

test('every type, field, argument and value of the SDL is described', () => {
  const missing: string[] = []
  for (const [name, type] of Object.entries(
    buildSchema(text('server', 'graphql', 'schema.graphql')).getTypeMap(),
  )) {
    if (name.startsWith('__') || ['String', 'Int', 'Float', 'Boolean', 'ID'].includes(name)) continue
    if (!type.description) missing.push(name)
    if (isEnumType(type))
      missing.push(
        ...type.getValues().flatMap((value) => (value.description ? [] : [`${name}.${value.name}`])),
      )
    if (isInputObjectType(type))
      missing.push(
        ...Object.values(type.getFields()).flatMap((field) =>
          field.description ? [] : [`${name}.${field.name}`],
        ),
      )
    if (isObjectType(type) || isInterfaceType(type))
      for (const field of Object.values(type.getFields()))
        for (const part of [field, ...field.args])
          if (!part.description) missing.push(`${name}.${field.name}.${part.name}`)
  }
  expect(missing).toEqual([])
})

test('the README’s files are there', () => {
  for (const [, path = ''] of text('README.md').matchAll(/\]\(([^)#]+)\)/g))
    expect([path, existsSync(projectFile(path))]).toEqual([path, true])
})

test('.env.example names every setting that the README lists', () => {
  const example = text('.env.example')
  for (const name of [
    'NEO4J_URI',
    'NEO4J_USERNAME',
    'NEO4J_PASSWORD',
    'NEO4J_DATABASE',
    'HOST',
    'PORT',
    'DATA_DIR',
    'LOG_LEVEL',
    'ADMIN_TOKEN',
    'NODE_ENV',
  ])
    expect(example).toContain(`${name}=`)
})

test('colours of labels are told apart: none is used twice', () => {
  expect(new Set(labels.map((label) => model.labels[label].color)).size).toBe(labels.length)
})
