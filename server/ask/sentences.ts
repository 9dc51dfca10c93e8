/** Parts of sentences that answers share: stages, sources, what was searched, what is known of one thing. */
import type { RelationshipType } from '../model/model.ts'
import type { Stage } from '../model/stage.ts'
import type { Catalog, Entity } from '../names/catalog.ts'
import { otherEnd, type Relationship } from '../read/relationship.ts'
import { kindOf, listNames, type Language } from './describe.ts'
import type { Vocabulary } from './vocabulary.ts'

/** What is said of a fact that does not yet, or no longer, run. */
const notRunning: Readonly<Record<Exclude<Stage, 'ACTIVE'>, Readonly<Record<Language, string>>>> = {
  PLANNED: { zh: '为计划，尚未实施', en: 'planned only' },
  SIGNED: { zh: '为签约或定点，尚未写明已运行', en: 'signed only' },
  BUILDING: { zh: '在建', en: 'under construction' },
  ENDED: { zh: '已终止', en: 'ended' },
}

/** Which of the things found do not run yet, in brackets; empty where all run. */
export const stagesText = (
  stages: readonly { readonly name: string; readonly stage: Stage }[],
  language: Language,
  unnamed = false,
): string => {
  const told = (['BUILDING', 'SIGNED', 'PLANNED', 'ENDED'] as const).flatMap((stage) => {
    const names = stages.filter((one) => one.stage === stage).map(({ name }) => name)
    if (names.length === 0) return []
    const what = notRunning[stage][language]
    if (unnamed) return [what]
    return [language === 'zh' ? `${listNames(names, 'zh')}${what}` : `${listNames(names, 'en')} ${what}`]
  })
  if (told.length === 0) return ''
  return language === 'zh' ? `（${told.join('；')}）` : ` (${told.join('; ')})`
}

/** How many independent sources an answer rests on. */
export const sourcesText = (count: number, language: Language): string =>
  language === 'zh'
    ? `依据${count.toString()}个独立来源`
    : `From ${count.toString()} independent source${count === 1 ? '' : 's'}`

/** That nothing was found, and where it was looked for; without its full stop. */
export const notStated = (vocabulary: Vocabulary, what: string, language: Language): string => {
  const { documents, from, to } = vocabulary
  if (language === 'en') return `Nothing states ${what}; ${documents.toString()} documents were searched`
  const span = from === null || to === null ? '' : `（所述日期${from}至${to}）`
  return `查过全部${documents.toString()}份资料${span}，没有写明${what}；没有写明不等于没有`
}

const verbs: Readonly<Record<RelationshipType, Readonly<Record<Language, string>>>> = {
  SUPPLIES: { zh: '供货给', en: ' supplies ' },
  LOCATED_IN: { zh: '位于', en: ' is located in ' },
  BELONGS_TO: { zh: '属于', en: ' belongs to ' },
  PRODUCES: { zh: '生产', en: ' produces ' },
  INPUT_OF: { zh: '用于', en: ' is an input of ' },
  INVESTS_IN: { zh: '投资', en: ' invests in ' },
  SUBSIDIARY_OF: { zh: '的母公司是', en: ' is a subsidiary of ' },
  OPERATES: { zh: '运营', en: ' operates ' },
  COOPERATES_WITH: { zh: '合作方为', en: ' cooperates with ' },
  SUPPORTS: { zh: '支持', en: ' supports ' },
  ISSUED_BY: { zh: '的出台方是', en: ' is issued by ' },
}

/** A fact as a clause, its stage said where it does not run. */
export const factText = (fact: Relationship, catalog: Catalog, language: Language): string => {
  const [start, end] = [catalog.get(fact.start)?.name ?? '', catalog.get(fact.end)?.name ?? '']
  const product = fact.product === null ? '' : language === 'zh' ? fact.product : ` with ${fact.product}`
  const stage = stagesText([{ name: '', stage: fact.stage }], language, true)
  if (language === 'en') return `${start}${verbs[fact.type].en}${end}${product}${stage}`
  return fact.type === 'SUPPLIES' && product !== ''
    ? `${start}供应${product}给${end}${stage}`
    : `${start}${verbs[fact.type].zh}${end}${stage}`
}

/** What is known of one thing, in two sentences. */
export const describeEntity = (options: {
  readonly entity: Entity
  readonly relationships: readonly Relationship[]
  readonly catalog: Catalog
  readonly sources: number
  readonly language: Language
}): string => {
  const { entity, relationships, catalog, language } = options
  const others = (type: RelationshipType, side: 'start' | 'end'): readonly string[] => [
    ...new Set(
      relationships
        .filter((fact) => fact.type === type && fact[side] === entity.id)
        .flatMap((fact) => catalog.get(otherEnd(fact, entity.id))?.name ?? []),
    ),
  ]
  const [places, clusters, suppliers, customers, products] = [
    others('LOCATED_IN', 'start'),
    others('BELONGS_TO', 'start'),
    others('SUPPLIES', 'end'),
    others('SUPPLIES', 'start'),
    others('PRODUCES', 'start'),
  ]
  if (language === 'en') {
    const parts = [
      places.length > 0 ? `in ${listNames(places, 'en')}` : '',
      products.length > 0 ? `makes ${listNames(products, 'en')}` : '',
      suppliers.length > 0 ? `${suppliers.length.toString()} suppliers stated` : '',
      customers.length > 0 ? `${customers.length.toString()} customers stated` : '',
    ].filter(Boolean)
    return `${entity.name}: ${kindOf(entity.label).en}${parts.length > 0 ? `, ${parts.join('; ')}` : ''}. ${sourcesText(options.sources, 'en')}.`
  }
  const parts = [
    entity.description ?? '',
    places.length > 0 ? `位于${listNames(places, 'zh')}` : '',
    clusters.length > 0 ? `属于${listNames(clusters, 'zh')}` : '',
    products.length > 0 ? `生产${listNames(products, 'zh')}` : '',
    suppliers.length > 0 ? `已知供应商${suppliers.length.toString()}家` : '',
    customers.length > 0 ? `已知客户${customers.length.toString()}家` : '',
  ].filter(Boolean)
  return `${entity.name}（${kindOf(entity.label).zh}）${parts.length > 0 ? `：${parts.join('；')}` : ''}。${sourcesText(options.sources, 'zh')}。`
}
