/** Answers to what one supplies to another: the products that supplies between the two name. */
import { acceptedOnly } from './accepted.ts'
import { nameKey } from '../names/normalise.ts'
import { neighbors } from '../read/neighbors.ts'
import type { Relationship } from '../read/relationship.ts'
import type { Result } from './answer.ts'
import { countSources, type Asked } from './asked.ts'
import { nameIn } from './describe.ts'
import { mostRelationships } from './evaluate.ts'
import type { Plan } from './plan.ts'
import { matchProducts } from './products.ts'
import { notStated, sourcesText, stagesText } from './sentences.ts'

type Supplied = Extract<Plan, { kind: 'supplied' }>

const productText = ({ product, stage }: Relationship, asked: Asked): string => {
  const unnamed = asked.language === 'zh' ? '未写明的产品' : 'products not named'
  return (product ?? unnamed) + stagesText([{ name: '', stage }], asked.language, true)
}

/** The products of the supplies between the two, each with its stage. */
export const respondSupplied = async (asked: Asked, plan: Supplied): Promise<Result> => {
  const [supplier] = plan.supplier.kind === 'named' ? plan.supplier.mention.entities : []
  const [customer] = plan.customer.kind === 'named' ? plan.customer.mention.entities : []
  if (supplier === undefined || customer === undefined) return { kind: 'NOT_STATED', text: '' }
  const zh = asked.language === 'zh'
  const [from, to] = [nameIn(supplier, asked.language), nameIn(customer, asked.language)]
  const { relationships } = await neighbors(asked.store, {
    of: [supplier.id],
    direction: 'OUT',
    where: { ...acceptedOnly, types: ['SUPPLIES'] },
    first: mostRelationships,
  })
  const wanted = plan.product === undefined ? null : matchProducts(asked.vocabulary, plan.product)
  const facts = relationships.filter(
    ({ end, product }) => end === customer.id && (wanted === null || wanted.includes(product)),
  )
  if (facts.length === 0) {
    const kind = plan.product ?? (zh ? '产品' : 'what')
    const what = zh ? `${from}给${to}供应的${kind}` : `${kind} ${from} supplies to ${to}`
    return {
      kind: 'NOT_STATED',
      text: `${notStated(asked.vocabulary, what, asked.language)}${zh ? '。' : '.'}`,
    }
  }
  const keys = new Set(facts.map(({ product }) => nameKey(product ?? '')))
  const products = asked.vocabulary.products.flatMap(({ key, entity }) =>
    entity !== null && keys.has(key) ? [entity] : [],
  )
  const sources = sourcesText(await countSources(asked, facts), asked.language)
  const told = facts.map((fact) => productText(fact, asked))
  return {
    kind: 'STATED',
    text: zh
      ? `资料写明${from}给${to}供应：${told.join('、')}。${sources}。`
      : `${from} is stated to supply ${to} with: ${told.join(', ')}. ${sources}.`,
    entities: [...new Set(products)],
    relationships: facts,
  }
}
