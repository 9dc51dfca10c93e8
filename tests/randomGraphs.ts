/** Small random graphs, a sample that is the same at every run; each graph's names are its own, so all can be loaded at once. */
import fc from 'fast-check'
import type { Label, RelationshipType } from '../server/model/model.ts'
import { BruteForce, type Stage, type Stated, type Thing } from './bruteForce.ts'

const seed = 20_241_008

const counts: readonly (readonly [Label, number])[] = [
  ['Company', 7],
  ['Product', 3],
  ['Project', 1],
  ['Park', 2],
  ['Region', 2],
  ['Cluster', 2],
]

const links: readonly (readonly [weight: number, RelationshipType, Label, Label])[] = [
  [10, 'SUPPLIES', 'Company', 'Company'],
  [2, 'SUPPLIES', 'Company', 'Product'],
  [1, 'SUPPLIES', 'Company', 'Project'],
  [2, 'PRODUCES', 'Company', 'Product'],
  [2, 'INPUT_OF', 'Product', 'Product'],
  [2, 'LOCATED_IN', 'Company', 'Park'],
  [1, 'LOCATED_IN', 'Company', 'Region'],
  [1, 'LOCATED_IN', 'Park', 'Park'],
  [1, 'LOCATED_IN', 'Park', 'Region'],
  [1, 'LOCATED_IN', 'Region', 'Region'],
  [1, 'BELONGS_TO', 'Company', 'Cluster'],
  [1, 'BELONGS_TO', 'Cluster', 'Cluster'],
  [1, 'COOPERATES_WITH', 'Company', 'Company'],
  [1, 'SUBSIDIARY_OF', 'Company', 'Company'],
]

const stages: readonly Stage[] = ['PLANNED', 'SIGNED', 'BUILDING', 'ACTIVE', 'ENDED']
export const dates = ['2021', '2022-03', '2022-03-15', '2023', '2023-12-31']
const confidences = [0.5, 0.8, 0.95]

const thingsOf = (graph: number): readonly Thing[] =>
  counts.flatMap(([label, count]) =>
    Array.from({ length: count }, (_, index) => {
      const name = `${label} ${index.toString()} of ${graph.toString()}`
      return {
        label,
        name,
        alias: label === 'Product' ? `Good ${index.toString()} of ${graph.toString()}` : '',
      }
    }),
  )

const indexesOf = (things: readonly Thing[], label: Label): readonly number[] =>
  things.flatMap((thing, index) => (thing.label === label ? [index] : []))

const rowOf = (things: readonly Thing[]): fc.Arbitrary<Stated> => {
  const products = things.filter(({ label }) => label === 'Product')
  const texts = ['', 'bolts', 'Steel bolts', ...products.flatMap(({ name, alias }) => [name, alias])]
  return fc
    .oneof(...links.map((link) => ({ weight: link[0], arbitrary: fc.constant(link) })))
    .chain(([, type, start, end]) =>
      fc.record({
        type: fc.constant(type),
        start: fc.constantFrom(...indexesOf(things, start)),
        end: fc.constantFrom(...indexesOf(things, end)),
        product: fc.constantFrom(...(type === 'SUPPLIES' ? texts : [''])),
        stage: fc.constantFrom(...stages, 'ACTIVE' as const),
        date: fc.constantFrom('', ...dates),
        confidence: fc.constantFrom(...confidences),
        address: fc.constantFrom('', 'https://a.example', 'https://b.example', 'https://c.example'),
      }),
    )
    .filter(({ start, end }) => start !== end)
}

export interface RandomGraph {
  readonly model: BruteForce
  readonly rows: readonly Stated[]
}

/** So many graphs. */
export const randomGraphs = (count: number): readonly RandomGraph[] =>
  Array.from({ length: count }, (_, graph) => {
    const things = thingsOf(graph)
    const length = 6 + (graph % 40)
    const list = fc.array(rowOf(things), { minLength: length, maxLength: length })
    const [rows = []] = fc.sample(list, { numRuns: 1, seed: seed + graph })
    return { model: new BruteForce(things, rows), rows }
  })

const line = (cells: readonly string[]): string => `${cells.join(',')}\n`

/** The graphs as the two tables that loading takes. */
export const tablesOf = (graphs: readonly RandomGraph[]): { entities: string; relations: string } => ({
  entities: [
    line(['label', 'name', 'aliases']),
    ...graphs.flatMap(({ model }) =>
      model.things.map(({ label, name, alias }) => line([label, name, alias])),
    ),
  ].join(''),
  relations: [
    line(['start', 'type', 'end', 'product', 'stage', 'date', 'confidence', 'source']),
    ...graphs.flatMap(({ model, rows }) =>
      rows.map((row) =>
        line([
          model.things[row.start]?.name ?? '',
          row.type,
          model.things[row.end]?.name ?? '',
          row.product,
          row.stage,
          row.date,
          row.confidence.toString(),
          row.address,
        ]),
      ),
    ),
  ].join(''),
})
