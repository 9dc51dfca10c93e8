/** Compiled operations answer as graphql-js does, byte for byte: random valid operations on the same data. */
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import fc, { type GeneratorValue } from 'fast-check'
import {
  execute,
  getNamedType,
  isCompositeType,
  isEnumType,
  isInterfaceType,
  isNonNullType,
  isObjectType,
  parse,
  validate,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLNamedType,
} from 'graphql'
import { compile } from '../server/graphql/compiled/compile.ts'
import { createContext, type Context } from '../server/graphql/context.ts'
import { createSchema } from '../server/graphql/schema.ts'
import { AsciiJson } from '../server/json/ascii.ts'
import { Utf8Json } from '../server/json/utf8.ts'
import { load } from '../server/load/load.ts'
import { entityId } from '../server/model/identity.ts'
import { readCatalog, type Catalog } from '../server/names/catalog.ts'
import { projectFile } from '../server/project.ts'
import { replaying } from '../scripts/bench/replay.ts'
import { stores, type Opened } from './stores.ts'

const schema = createSchema()
const names = ['星河汽车', '远山座椅', '白云钢铁', '流水软件']
const ids = [...names.map((name) => entityId('Company', name)), entityId('Product', '座椅'), 'nobody']

let opened: Opened
let contextOf: () => Context
let catalog: Catalog
beforeAll(async () => {
  const [first] = stores
  if (first === undefined) throw new Error('there is no store to test on')
  opened = await first[1]()
  await load({ store: opened.store, dataDir: opened.dataDir, paths: [projectFile('tests', 'fixtures')] })
  const store = replaying(opened.store)
  catalog = await readCatalog(store)
  const review = { isAdmin: false, decisions: () => [], decide: () => Promise.reject(new Error('read only')) }
  const noteQuestion = () => undefined
  contextOf = () =>
    createContext({ store, lasting: store, client: '', catalog, version: 'one', noteQuestion, review })
})
afterAll(() => opened.close())

/** Writes random operations that are valid. */
class Operations {
  private keys = 0

  constructor(private readonly pick: GeneratorValue) {}

  text(): string {
    const root = schema.getQueryType()
    if (!root) throw new Error('the schema has no query type')
    const fields = Object.values(root.getFields()).filter(({ name }) => name !== 'ask')
    const chosen = this.some(fields, 3).map((field) => this.field(field, 4))
    return `query ($first: Int! = 2, $from: Float) { ${chosen.join(' ')} ...Always }
      fragment Always on Query {
        __proto__: search(text: "星", first: $first) { score entity { ...Short } }
        near: neighbors(of: ["${ids[0] ?? ''}"], where: { minConfidence: $from }) { omitted }
      }
      fragment Short on Entity { id name label aliases }`
  }

  private index(length: number): number {
    return this.pick(fc.nat, { max: length - 1 })
  }

  private one(...values: readonly string[]): string {
    return values[this.index(values.length)] ?? ''
  }

  /** Different ones, at least one. */
  private some<T>(values: readonly T[], most: number): readonly T[] {
    const left = [...values]
    const count = 1 + this.index(Math.min(most, left.length))
    return Array.from({ length: count }, () => left.splice(this.index(left.length), 1)).flat()
  }

  private field(field: GraphQLField<unknown, unknown>, depth: number): string {
    const type = getNamedType(field.type)
    const key = `k${(this.keys++).toString()}`
    const given = field.args.flatMap((argument) => {
      if (!isNonNullType(argument.type) && this.index(3) === 0) return []
      const value = this.value(argument, field.name)
      return value === undefined ? [] : [`${argument.name}: ${value}`]
    })
    const args = given.length > 0 ? `(${given.join(', ')})` : ''
    return `${key}: ${field.name}${args}${isCompositeType(type) ? ` { ${this.selection(type, depth - 1)} }` : ''}`
  }

  private selection(type: GraphQLNamedType, depth: number): string {
    if (!isObjectType(type) && !isInterfaceType(type)) throw new Error(`${type.name} has no fields`)
    const all = Object.values(type.getFields())
    const leaves = all.filter((field) => !isCompositeType(getNamedType(field.type)))
    const parts = leaves.length > 0 ? this.some(leaves, 5).map(({ name }) => name) : ['__typename']
    const objects = all.filter((field) => isCompositeType(getNamedType(field.type)))
    if (depth > 0 && objects.length > 0)
      parts.push(...this.some(objects, 2).map((field) => this.field(field, depth)))
    if (isInterfaceType(type)) {
      const [own] = this.some(schema.getPossibleTypes(type), 1)
      if (own && depth > 0) parts.push(`... on ${own.name} { ${this.selection(own, depth - 1)} }`)
      parts.push(this.one('...Short', '... { id }', '__typename'))
    }
    return parts.join(' ')
  }

  private value({ name, type }: GraphQLArgument, field: string): string | undefined {
    const named = getNamedType(type)
    if (isEnumType(named) && name !== 'kinds' && name !== 'labels')
      return this.one(...named.getValues().map((value) => value.name))
    if (name === 'first' || name === 'depth' || name === 'maxLength') return this.one('1', '3', '$first', '0')
    if (name === 'of' && field === 'neighbors')
      return `[${this.some(ids, 2)
        .map((id) => `"${id}"`)
        .join()}]`
    if (['id', 'of', 'from', 'to', 'document'].includes(name)) return `"${this.one(...ids)}"`
    if (name === 'text') return this.one('"星"', '"座"', '""')
    if (name === 'name') return `"${this.one(...names)}"`
    if (named.name === 'RelationshipFilter')
      return this.one('{}', '{ types: [SUPPLIES] }', '{ minConfidence: $from }', '{ asOf: "2023" }')
    if (named.name === 'EntityFilter') return this.one('{}', '{ labels: [COMPANY] }', '{ text: "车" }')
    return undefined
  }
}

const operations = fc.gen().map((pick) => new Operations(pick).text())

test('random operations are answered as graphql-js answers them, errors included', async () => {
  let failures = 0
  await fc.assert(
    fc.asyncProperty(operations, fc.constantFrom({}, { first: 1 }, { from: 0.5 }), async (text, given) => {
      const document = parse(text)
      expect(validate(schema, document)).toEqual([])
      const expected = await execute({ schema, document, contextValue: contextOf(), variableValues: given })
      const compiled = compile(schema, document, null)
      const variables = compiled?.variables(given)
      if (!compiled || !variables) throw new Error('it was not compiled')
      const outcome = await compiled.run(contextOf(), variables)
      const answer = 'body' in outcome ? outcome.body.toString() : JSON.stringify(outcome.failed)
      expect(answer).toBe(JSON.stringify(expected))
      if (expected.errors) failures++
    }),
    { numRuns: 300 },
  )
  expect(failures).toBeGreaterThan(10)
})

test.each([
  ['a mutation', 'mutation { decide(action: { undo: "x" }, reviewer: "某人") { id } }', null],
  ['the schema', '{ __schema { queryType { name } } }', null],
  ['a directive', '{ stats { version @include(if: true) } }', null],
  ['several operations and no name', 'query A { __typename } query B { __typename }', null],
  ['a name that no operation has', 'query A { __typename }', 'B'],
])('left to graphql-js: %s', (_what, text, name) => {
  expect(compile(schema, parse(text), name)).toBeNull()
})

test('texts and numbers are written as JSON.stringify writes them', () => {
  const json = new Utf8Json()
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom('"', '\\', '\u001f', '甲', '\ud800', 'é', 'a') }),
  )
  fc.assert(
    fc.property(texts, fc.double({ noDefaultInfinity: true, noNaN: true }), (text, number) => {
      json.text(text)
      json.number(number)
      expect(json.take(0).toString()).toBe(JSON.stringify(text) + JSON.stringify(number))
    }),
    {
      numRuns: 300,
      examples: [
        ['', -0],
        ['甲厂'.repeat(800_000), 1e21],
      ],
    },
  )
})

test('what is taken back or taken out is no part of what is written next', () => {
  const json = new Utf8Json()
  json.text('甲')
  const mark = json.mark
  json.boolean(true)
  json.rewind(mark)
  json.null()
  expect(json.take(mark).toString()).toBe('null')
  json.text('乙')
  expect(json.take(0).toString()).toBe('"甲""乙"')
})

test('values in ASCII are read as what they are', () => {
  const json = new AsciiJson()
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: 'binary' }), (value) => {
      json.value(value)
      const bytes = json.take(0)
      expect(bytes.every((byte) => byte < 0x80)).toBe(true)
      expect(JSON.parse(bytes.toString('latin1'))).toEqual(JSON.parse(JSON.stringify(value)))
    }),
    { numRuns: 300 },
  )
  json.value({ none: undefined, no: Number.NaN, many: 2n ** 53n, day: new Date(0), list: [undefined] })
  expect(json.take(0).toString()).toBe(
    '{"no":null,"many":9007199254740992,"day":"1970-01-01T00:00:00.000Z","list":[null]}',
  )
})
