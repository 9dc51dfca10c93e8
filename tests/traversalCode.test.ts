/** The code of traversals over random graphs in memory, without a database: against a plain model, and its edges. */
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { chainTypes, types } from '../server/model/model.ts'
import { nameKey } from '../server/names/normalise.ts'
import { filterParams } from '../server/read/filter.ts'
import { neighbors } from '../server/read/neighbors.ts'
import { paths } from '../server/read/paths.ts'
import { supplyChain, type ChainEntities, type ChainOptions } from '../server/read/supplyChain.ts'
import { BruteForce, idOf, type Stated, type Thing } from './bruteForce.ts'
import { counted } from './counted.ts'
import { memoryStore } from './memoryStore.ts'
import { randomGraphs } from './randomGraphs.ts'

const graphs = randomGraphs(40)
const runs = { seed: 11, numRuns: 60 }
const graph = fc.constantFrom(...graphs.map(({ model }) => model))
const where = fc.oneof(
  fc.constant({}),
  fc.record(
    { minSources: fc.constantFrom(1, 2), product: fc.constantFrom('bolts', 'good') },
    { requiredKeys: [] },
  ),
)
const first = fc.oneof(fc.integer({ min: 1, max: 12 }), fc.constant(300))

const entitiesOf = (model: BruteForce): ChainEntities => {
  const products = new Map(
    model.things
      .filter(({ label }) => label === 'Product')
      .map((thing) => [idOf(thing), [thing.name, thing.alias].map(nameKey)]),
  )
  return { productKeys: (id) => products.get(id) }
}
const chainOf = (model: BruteForce, options: ChainOptions) =>
  supplyChain(memoryStore(model), entitiesOf(model), options)

describe('on random graphs', () => {
  test('neighbors', () =>
    fc.assert(
      fc.asyncProperty(
        graph,
        fc.uniqueArray(fc.nat(16), { minLength: 1, maxLength: 4 }),
        fc.constantFrom('OUT', 'IN', 'BOTH'),
        where,
        first,
        async (model, of, direction, filtered, most) => {
          const given = { of: of.map((at) => model.idAt(at)), direction, where: filtered, first: most }
          const found = await neighbors(memoryStore(model), given)
          expect({
            entities: [...found.entities].sort(),
            relationships: found.relationships.map(({ id }) => id),
            truncated: found.truncated,
          }).toEqual(model.neighbors(given))
          expect(found.omitted).toBe(found.truncated ? 1 : 0)
          expect(found.tiers).toEqual([])
        },
      ),
      runs,
    ))

  test('paths, through hubs too, of whose links a step brings only some', () =>
    fc.assert(
      fc.asyncProperty(
        graph,
        fc.uniqueArray(fc.nat(16), { minLength: 2, maxLength: 2 }),
        fc.integer({ min: 1, max: 6 }),
        fc.constantFrom(1, 2, 4, undefined),
        where,
        fc.integer({ min: 1, max: 20 }),
        async (model, [from = 0, to = 0], maxLength, mostLinks, filtered, most) => {
          const given = {
            from: model.idAt(from),
            to: model.idAt(to),
            maxLength,
            where: filtered,
            first: most,
          }
          const found = await paths(
            memoryStore(model),
            mostLinks === undefined ? given : { ...given, mostLinks },
          )
          expect(
            found.map(({ entities, relationships }) => ({
              entities,
              relationships: relationships.map(({ id }) => id),
            })),
          ).toEqual(model.paths(given))
        },
      ),
      { ...runs, numRuns: 200 },
    ))

  test('supplyChain', () =>
    fc.assert(
      fc.asyncProperty(
        graph,
        fc.nat(10),
        fc.constantFrom('UPSTREAM', 'DOWNSTREAM', 'BOTH'),
        fc.integer({ min: 1, max: 6 }),
        where,
        first,
        async (model, of, direction, depth, filtered, most) => {
          const given = { of: model.idAt(of), direction, depth, where: filtered, first: most }
          const found = await chainOf(model, given)
          const expected = model.supplyChain(given)
          expect({
            entities: [...found.entities].sort(),
            relationships: found.relationships.map(({ id }) => id),
            truncated: found.truncated,
          }).toEqual({
            entities: expected.entities,
            relationships: expected.relationships,
            truncated: expected.truncated,
          })
          const tiers = found.tiers.map((tier) => ({ ...tier, entities: [...tier.entities].sort() }))
          expect(tiers).toEqual(expect.arrayContaining([...expected.tiers]))
          expect(found.omitted > 0).toBe(found.truncated)
        },
      ),
      { ...runs, numRuns: 150 },
    ))
})

/** A graph of companies and products named by one letter each, products in capitals; 'a>b' is a supply. */
const graphOf = (...links: readonly string[]): BruteForce => {
  const names = [...new Set(links.flatMap((link) => link.replace(/:.*/, '').split(/[>=]/)))].sort()
  const things = names.map((name): Thing => ({
    label: name === name.toUpperCase() ? 'Product' : 'Company',
    name,
    alias: '',
  }))
  const rows = links.map((link): Stated => {
    const [ends = '', product = ''] = link.split(':')
    const [start = '', end = ''] = ends.split(/[>=]/)
    return {
      type: !ends.includes('=') ? 'SUPPLIES' : start === start.toUpperCase() ? 'INPUT_OF' : 'PRODUCES',
      start: names.indexOf(start),
      end: names.indexOf(end),
      product,
      stage: 'ACTIVE',
      date: '2024',
      confidence: 1,
      address: '',
    }
  })
  return new BruteForce(things, rows)
}

/** An answer by the names of its entities. */
const named = async (model: BruteForce, of: string, options: Partial<ChainOptions> = {}) => {
  const nameOf = new Map(model.things.map((thing) => [idOf(thing), thing.name]))
  const names = (ids: readonly string[]): string => ids.map((id) => nameOf.get(id) ?? id).join('')
  const start = model.things.find(({ name }) => name === of)
  const found = await chainOf(model, {
    of: start === undefined ? '' : idOf(start),
    direction: 'UPSTREAM',
    depth: 6,
    where: {},
    first: 300,
    ...options,
  })
  return {
    ...found,
    entities: names(found.entities),
    relationships: found.relationships
      .map(({ start: from, end }) => `${names([from])}${names([end])}`)
      .sort(),
    tiers: found.tiers.map(({ depth, direction, entities }) =>
      [depth, direction, Array.from(names(entities)).sort().join('')].join(' '),
    ),
  }
}

describe('supplyChain', () => {
  test('stands in tiers, the start in the first, each entity in its nearest', async () => {
    expect(await named(graphOf('b>a', 'c>b', 'd>c', 'd>a'), 'a')).toMatchObject({
      tiers: ['0 UPSTREAM a', '1 UPSTREAM bd', '2 UPSTREAM c'],
      relationships: ['ba', 'cb', 'da'],
      truncated: false,
      omitted: 0,
    })
  })

  test('of one that nobody supplies is itself alone', async () => {
    expect(await named(graphOf('a>b'), 'a')).toEqual({
      tiers: ['0 UPSTREAM a'],
      entities: 'a',
      relationships: [],
      truncated: false,
      omitted: 0,
    })
  })

  test('ends at its depth', async () => {
    const chain = graphOf('b>a', 'c>b', 'd>c')
    expect((await named(chain, 'a', { depth: 1 })).entities).toBe('ab')
    expect((await named(chain, 'a', { depth: 2 })).entities).toBe('abc')
  })

  test('in both directions goes in step, and counts a relationship once that both lead over', async () => {
    expect(await named(graphOf('b>a', 'a>c', 'c>b'), 'a', { direction: 'BOTH' })).toMatchObject({
      tiers: ['0 BOTH a', '1 UPSTREAM b', '1 DOWNSTREAM c', '2 UPSTREAM c', '2 DOWNSTREAM b'],
      entities: 'abc',
      relationships: ['ac', 'ba', 'cb'],
      omitted: 0,
    })
    expect(await named(graphOf('b>a', 'a>c', 'c>b'), 'a', { direction: 'BOTH', first: 3 })).toMatchObject({
      truncated: false,
      omitted: 0,
    })
  })

  test('keeps the first relationships, says that it left out others, and goes no further', async () => {
    const wide = graphOf('b>a', 'c>a', 'd>a', 'e>b', 'f>c')
    const cut = await named(wide, 'a', { first: 2 })
    expect(cut).toMatchObject({ truncated: true, omitted: 1 })
    expect(cut.relationships).toHaveLength(2)
    expect(cut.tiers).toHaveLength(2)
    // Just as many as there are in one tier: the next one is what is left out.
    expect(await named(wide, 'a', { first: 3 })).toMatchObject({ truncated: true, omitted: 1 })
    expect(await named(wide, 'a', { first: 3, depth: 1 })).toMatchObject({ truncated: false, omitted: 0 })
    expect(await named(wide, 'a', { first: 5 })).toMatchObject({ truncated: false, omitted: 0 })
    expect(await named(wide, 'a', { first: 4 })).toMatchObject({ truncated: true, omitted: 1 })
  })

  test('of a product begins with its makers, its suppliers by name and its inputs; their customers stand beside', async () => {
    const model = graphOf('m=P', 'I=P', 's>k:P', 'n=I', 't>s:Q', 'u>k:Q')
    expect(await named(model, 'P')).toMatchObject({
      tiers: ['0 UPSTREAM P', '1 UPSTREAM Ims', '2 UPSTREAM nt', '1 DOWNSTREAM k'],
      relationships: ['IP', 'mP', 'nI', 'sk', 'ts'],
    })
    expect(await named(model, 'P', { direction: 'DOWNSTREAM' })).toMatchObject({
      tiers: ['0 DOWNSTREAM P', '1 DOWNSTREAM k', '1 UPSTREAM s'],
      relationships: ['sk'],
    })
  })

  test('of a product has its customers beside it only where they stand nowhere else', async () => {
    expect(await named(graphOf('s>k:P', 'k=P', 's>o:P'), 'P')).toMatchObject({
      tiers: ['0 UPSTREAM P', '1 UPSTREAM ks', '1 DOWNSTREAM o'],
    })
    // Seen from both sides suppliers and customers stand in tiers of their own.
    expect(await named(graphOf('s>k:P', 'm=P'), 'P', { direction: 'BOTH' })).toMatchObject({
      tiers: ['0 BOTH P', '1 UPSTREAM ms', '1 DOWNSTREAM k'],
    })
  })

  test('of types other than SUPPLIES follows products alone', async () => {
    const model = graphOf('m=P', 'I=P', 's>k:P', 's>m')
    expect(await named(model, 'P', { where: { types: ['PRODUCES'] } })).toMatchObject({
      tiers: ['0 UPSTREAM P', '1 UPSTREAM m'],
    })
    expect(await named(model, 'P', { where: { types: ['INPUT_OF'] } })).toMatchObject({
      tiers: ['0 UPSTREAM P', '1 UPSTREAM I'],
    })
    expect(await named(model, 'm', { where: { types: ['PRODUCES'] } })).toMatchObject({
      tiers: ['0 UPSTREAM m'],
    })
  })

  test('takes a statement a hop, and one more where products stand in the tier', async () => {
    const model = graphOf('m=P', 's>k:P', 't>m')
    const { names, watched } = counted(memoryStore(model))
    const [product] = model.things
    await supplyChain(watched, entitiesOf(model), {
      of: product === undefined ? '' : idOf(product),
      direction: 'UPSTREAM',
      depth: 2,
      where: {},
      first: 300,
    })
    expect(names).toEqual(['read/relationshipsIn', 'read/suppliesOfProducts', 'read/suppliesIn'])
  })
})

describe('neighbors', () => {
  const model = graphOf('b>a', 'c>a', 'a>d')
  const [a = ''] = model.things.map(idOf)
  const around = (options: { direction: 'OUT' | 'IN' | 'BOTH'; first: number }) =>
    neighbors(memoryStore(model), { of: [a], where: {}, ...options })

  test('begin with whom they are of', async () => {
    const found = await around({ direction: 'IN', first: 300 })
    expect(found.entities[0]).toBe(a)
    expect(found.entities).toHaveLength(3)
  })

  test('are cut where there is one more than asked for, not where there are as many', async () => {
    expect(await around({ direction: 'BOTH', first: 3 })).toMatchObject({ truncated: false, omitted: 0 })
    expect(await around({ direction: 'BOTH', first: 2 })).toMatchObject({ truncated: true, omitted: 1 })
  })
})

describe('paths', () => {
  const lengths = async (
    model: BruteForce,
    from: string,
    to: string,
    maxLength: number,
    mostLinks = 1_000,
  ) => {
    const id = (name: string): string =>
      model.things.filter((thing) => thing.name === name).map(idOf)[0] ?? name
    const { names, watched } = counted(memoryStore(model))
    const found = await paths(watched, {
      from: id(from),
      to: id(to),
      maxLength,
      mostLinks,
      where: {},
      first: 20,
    })
    return { found: found.map(({ relationships }) => relationships.length), names }
  }

  test('end where neither end leads on, and beyond the greatest length', async () => {
    const model = graphOf('a>b', 'b>c', 'd>e')
    expect((await lengths(model, 'a', 'c', 2)).found).toEqual([2])
    expect((await lengths(model, 'a', 'c', 1)).found).toEqual([])
    const apart = await lengths(model, 'a', 'd', 6)
    expect(apart.found).toEqual([])
    expect(apart.names.length).toBeLessThan(6)
    expect(apart.names).not.toContain('read/relationshipsBetween')
  })

  test('go over a hub without bringing its links, where the frontiers touch', async () => {
    const model = graphOf('a>h', 'b>h', 'c>h', 'd>h', 'h>z')
    const { found, names } = await lengths(model, 'a', 'z', 3, 2)
    expect(found).toEqual([2])
    expect(names).toEqual(['read/pathStep', 'read/pathStep', 'read/pathMeet', 'read/relationshipsBetween'])
    const touching = await lengths(model, 'h', 'z', 2, 2)
    expect(touching.found).toEqual([1])
    expect(touching.names).toEqual(['read/pathStep', 'read/pathMeet', 'read/relationshipsBetween'])
  })

  test('go on from the other end, where a hub is not touched yet', async () => {
    const model = graphOf('a>h', 'b>h', 'c>h', 'd>h', 'd>x')
    const { found, names } = await lengths(model, 'h', 'x', 3, 2)
    expect(found).toEqual([2])
    expect(names.map((name) => name.replace('read/', ''))).toEqual([
      'pathStep',
      'pathMeet',
      'pathStep',
      'pathStep',
      'pathMeet',
      'relationshipsBetween',
    ])
  })

  test('bring what a step has to where both ends are hubs that do not touch', async () => {
    const model = graphOf('a>h', 'b>h', 'c>h', 'c>k', 'd>k', 'e>k')
    const { found, names } = await lengths(model, 'h', 'k', 3, 2)
    expect(found).toEqual([2])
    expect(names.slice(0, 4)).toEqual(['read/pathStep', 'read/pathMeet', 'read/pathStep', 'read/pathStep'])
  })

  test('ask of the last step there may be for the joining links alone', async () => {
    const model = graphOf('a>h', 'b>h', 'c>h', 'c>k', 'd>k', 'e>k')
    expect((await lengths(model, 'h', 'k', 1)).names).toEqual(['read/pathMeet'])
    const joined = await lengths(model, 'h', 'k', 2)
    expect(joined.found).toEqual([2])
    expect(joined.names).toEqual(['read/pathStep', 'read/pathMeet', 'read/relationshipsBetween'])
  })

  test('are as many as asked for, in the order of their ids', async () => {
    const model = graphOf('a>b', 'a>c', 'a>d', 'b>z', 'c>z', 'd>z')
    const [a = '', z = ''] = ['a', 'z'].map(
      (name) => model.things.filter((one) => one.name === name).map(idOf)[0] ?? '',
    )
    const given = { from: a, to: z, maxLength: 4, where: {} }
    const all = await paths(memoryStore(model), { ...given, first: 20 })
    expect(all.map(({ entities }) => entities[1])).toEqual(
      model.things
        .filter(({ name }) => 'bcd'.includes(name))
        .map(idOf)
        .sort(),
    )
    expect(await paths(memoryStore(model), { ...given, first: 2 })).toEqual(all.slice(0, 2))
  })
})

describe('a filter', () => {
  test('that says nothing lets all pass but what has ended', () => {
    expect(filterParams({})).toEqual({
      types,
      allTypes: true,
      stages: ['PLANNED', 'SIGNED', 'BUILDING', 'ACTIVE'],
      product: '',
      asOf: '9999-12-31',
      minConfidence: 0,
      minSources: 0,
      accepted: true,
      pending: true,
    })
  })

  test('is passed on in the words of the statements', () => {
    expect(
      filterParams({
        types: ['SUPPLIES'],
        stages: ['ENDED'],
        product: ' 電池  Pack ',
        asOf: '2024-02',
        minConfidence: 0.5,
        minSources: 3,
        pending: true,
      }),
    ).toEqual({
      types: ['SUPPLIES'],
      allTypes: false,
      stages: ['ENDED'],
      product: '电池 pack',
      asOf: '2024-02-29',
      minConfidence: 0.5,
      minSources: 3,
      accepted: false,
      pending: true,
    })
    expect(filterParams({ pending: false })).toMatchObject({ accepted: true, pending: false })
  })

  test('without types takes those allowed; any type passes only where all are among them', () => {
    expect(filterParams({}, chainTypes)).toMatchObject({ types: chainTypes, allTypes: false })
    expect(filterParams({ types: [...types].reverse() })).toMatchObject({ allTypes: true })
    expect(filterParams({ types: types.slice(1) })).toMatchObject({ allTypes: false })
    expect(filterParams({ types: ['PRODUCES'] }, chainTypes)).toMatchObject({ types: ['PRODUCES'] })
  })
})
