/** The network that loading and supply chains are measured on: suppliers and customers by a power law. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

export const companyCount = 20_000
export const relationCount = 100_000

/** The product of every relation. */
export const product = '零件'

/** Company 0 is the largest hub. */
export const companyName = (index: number): string => `企业${index.toString().padStart(5, '0')}`

export type Pair = readonly [supplier: number, customer: number]

/** The same pairs at every run (Park and Miller's generator, seed 1). */
export const generatePairs = (): readonly Pair[] => {
  let state = 1
  const random = (): number => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647
  const pairs = new Map<number, Pair>()
  while (pairs.size < relationCount) {
    const pair = [
      Math.floor(companyCount * random() ** 1.5),
      Math.floor(companyCount * random() ** 4),
    ] as const
    if (pair[0] !== pair[1]) pairs.set(pair[0] * companyCount + pair[1], pair)
  }
  return [...pairs.values()]
}

/** Writes the network into a folder as the two tables that `npm run load` takes. */
export const writeTables = (folder: string, pairs: readonly Pair[]): void => {
  const companies = Array.from({ length: companyCount }, (_, index) => `Company,${companyName(index)}`)
  const relations = pairs.map(
    ([start, end]) => `${companyName(start)},SUPPLIES,${companyName(end)},${product},ACTIVE,2024`,
  )
  writeFileSync(join(folder, 'entities.csv'), `label,name\n${companies.join('\n')}\n`)
  writeFileSync(join(folder, 'relations.csv'), `start,type,end,product,stage,date\n${relations.join('\n')}\n`)
}
