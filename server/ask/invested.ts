/** What was invested in a thing, where that is stated of an investment and not as a figure of its own. */
import { acceptedOnly } from './accepted.ts'
import type { Entity } from '../names/catalog.ts'
import { neighbors } from '../read/neighbors.ts'
import type { Relationship } from '../read/relationship.ts'
import type { Result } from './answer.ts'
import { countSources, type Asked } from './asked.ts'
import { listNames } from './describe.ts'
import { factText, sourcesText } from './sentences.ts'

/** The figure that it stands for. */
export const invested = '总投资'

/** The most facts of a thing that are looked through. */
const mostFacts = 100

/** An amount of money, and no price: 6亿元, 总投资3亿元, but not 36.05元/股. */
const isAmount = (figure: string): boolean => /\d\s*(?:万|亿|百万)*(?:元|美元|日元)(?!\/)/u.test(figure)

/** Whether a fact tells of money put into the thing: an investment in it, or what is built of it. */
const tellsOf = ({ type, end, start, figure }: Relationship, { id }: Entity): boolean =>
  figure !== null &&
  isAmount(figure) &&
  ((type === 'INVESTS_IN' && end === id) ||
    (type === 'LOCATED_IN' && start === id && figure.includes('投资')))

/** The stated investments in one thing with their amounts; null where no amount is stated. */
export const investedIn = async (asked: Asked, entity: Entity): Promise<Result | null> => {
  const { relationships } = await neighbors(asked.store, {
    of: [entity.id],
    direction: 'BOTH',
    where: { ...acceptedOnly, types: ['INVESTS_IN', 'LOCATED_IN'] },
    first: mostFacts,
  })
  const all = relationships.filter((fact) => tellsOf(fact, entity))
  const investments = all.filter(({ type }) => type === 'INVESTS_IN')
  const facts = investments.length > 0 ? investments : all
  if (facts.length === 0) return null
  const sources = await countSources(asked, facts)
  const told = facts.map((fact) => {
    const what = factText(fact, asked.catalog, asked.language)
    return asked.language === 'zh' ? `${what}，${fact.figure ?? ''}` : `${what}: ${fact.figure ?? ''}`
  })
  const text =
    asked.language === 'zh'
      ? `资料写明${listNames(told, 'zh')}。${sourcesText(sources, 'zh')}。`
      : `${listNames(told, 'en')}. ${sourcesText(sources, 'en')}.`
  return { kind: 'STATED', text, relationships: facts }
}
