/** Made industries of any size: companies, products, parks, regions, clusters, and who supplies whom by a power law. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Label, RelationshipType } from '../../server/model/model.ts'
import type { Stage } from '../../server/model/stage.ts'
import { randomFrom } from './random.ts'

export interface Statement {
  readonly stage: Stage
  readonly date: string
  readonly address: string
}

export interface IndustryFact {
  readonly type: RelationshipType
  /** Its ends, as places in the list of entities. */
  readonly start: number
  readonly end: number
  readonly product: string
  readonly statements: readonly Statement[]
}

export interface IndustryEntity {
  readonly label: Label
  readonly name: string
}

export interface Industry {
  readonly entities: readonly IndustryEntity[]
  readonly facts: readonly IndustryFact[]
  /** Place in the list of the first company, which most supply; companies stand by how many they are supplied by. */
  readonly companies: number
  readonly companyCount: number
}

/** Of each label, how many relationships there are for one entity. */
const relationshipsFor: Readonly<Partial<Record<Label, number>>> = {
  Company: 10,
  Product: 100,
  Park: 2_000,
  Cluster: 2_000,
  Region: 10_000,
}

const words: Readonly<Partial<Record<Label, string>>> = {
  Company: '企业',
  Product: '产品',
  Park: '园区',
  Cluster: '集群',
  Region: '地区',
}

const labels = ['Region', 'Park', 'Cluster', 'Product', 'Company'] as const
type IndustryLabel = (typeof labels)[number]

/** What every hundred relationships are, beside places; all others are supplies. */
const shares: readonly (readonly [share: number, RelationshipType, IndustryLabel, IndustryLabel])[] = [
  [8, 'PRODUCES', 'Company', 'Product'],
  [2, 'INPUT_OF', 'Product', 'Product'],
  [4, 'BELONGS_TO', 'Company', 'Cluster'],
  [3, 'SUBSIDIARY_OF', 'Company', 'Company'],
  [3, 'COOPERATES_WITH', 'Company', 'Company'],
]

const stages: readonly Stage[] = ['ACTIVE', 'ACTIVE', 'ACTIVE', 'SIGNED', 'BUILDING', 'PLANNED', 'ENDED']

/** An industry with so many relationships, the same at every run. */
export const makeIndustry = (relationships: number): Industry => {
  const random = randomFrom(1)
  const pick = (count: number, power = 1): number => Math.floor(count * random() ** power)
  const entities: IndustryEntity[] = []
  const first = new Map<string, number>()
  const counts = new Map<string, number>()
  for (const label of labels) {
    const count = Math.max(3, Math.floor(relationships / (relationshipsFor[label] ?? relationships)))
    first.set(label, entities.length)
    counts.set(label, count)
    for (let index = 0; index < count; index++)
      entities.push({ label, name: `${words[label] ?? ''}${index.toString().padStart(6, '0')}` })
  }
  /** An entity of the label; the higher the power, the more often one of the first. */
  const some = (label: IndustryLabel, power = 1): number =>
    (first.get(label) ?? 0) + pick(counts.get(label) ?? 0, power)
  const said = (): Statement => ({
    stage: stages[pick(stages.length)] ?? 'ACTIVE',
    date: `20${(15 + pick(10)).toString()}-0${(1 + pick(9)).toString()}`,
    address: `https://example.org/${pick(Math.ceil(relationships / 50)).toString()}`,
  })
  const facts = new Map<string, IndustryFact>()
  const add = (type: RelationshipType, start: number, end: number, product = ''): void => {
    const [one, other] = type === 'COOPERATES_WITH' && start > end ? [end, start] : [start, end]
    const key = `${type} ${one.toString()} ${other.toString()} ${product}`
    if (start === end || facts.has(key) || facts.size >= relationships) return
    const statements = random() < 0.15 ? [said(), said()] : [said()]
    facts.set(key, { type, start: one, end: other, product, statements })
  }
  for (const [index, { label }] of entities.entries()) {
    if (label === 'Company') add('LOCATED_IN', index, some('Park', 1.5))
    if (label === 'Park') add('LOCATED_IN', index, some('Region'))
    if (label === 'Region' && index > 0) add('LOCATED_IN', index, Math.floor((index - 1) / 4))
  }
  for (const [share, type, start, end] of shares) {
    const until = facts.size + (relationships * share) / 100
    while (facts.size < until) add(type, some(start), some(end, 1.5))
  }
  while (facts.size < relationships) {
    const product = random() < 0.5 ? (entities[some('Product')]?.name ?? '') : ''
    add('SUPPLIES', some('Company', 1.5), some('Company', 3), product)
  }
  return {
    entities,
    facts: [...facts.values()],
    companies: first.get('Company') ?? 0,
    companyCount: counts.get('Company') ?? 0,
  }
}

/** Writes an industry into a folder as the two tables that `npm run load` takes. */
export const writeIndustry = (folder: string, { entities, facts }: Industry): void => {
  const nameOf = (index: number): string => entities[index]?.name ?? ''
  const relations = facts.flatMap(({ type, start, end, product, statements }) =>
    statements.map(
      ({ stage, date, address }) =>
        `${nameOf(start)},${type},${nameOf(end)},${product},${stage},${date},${address}`,
    ),
  )
  writeFileSync(
    join(folder, 'entities.csv'),
    `label,name\n${entities.map(({ label, name }) => `${label},${name}`).join('\n')}\n`,
  )
  writeFileSync(
    join(folder, 'relations.csv'),
    `start,type,end,product,stage,date,source\n${relations.join('\n')}\n`,
  )
}
