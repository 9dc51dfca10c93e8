/** Parts of sentences that answers share: stages, sources, what was searched, what is known of one thing. */
import type { RelationshipType } from '../model/model.ts'
import type { Stage } from '../model/stage.ts'
import type { Catalog, Entity } from '../names/catalog.ts'
import { otherEnd, type Relationship } from '../read/relationship.ts'
import { englishName, listNames, nameIn, type Language } from './describe.ts'
import { kindOf } from './kinds.ts'
import type { Vocabulary } from './vocabulary.ts'

/** What is said of a fact that does not yet, or no longer, run. */
const notRunning: Readonly<Record<Exclude<Stage, 'ACTIVE'>, Readonly<Record<Language, string>>>> = {
  PLANNED: { zh: '为计划，尚未实施', en: 'planned only' },
  SIGNED: { zh: '为签约或定点，尚未写明已运行', en: 'signed only' },
  BUILDING: { zh: '在建', en: 'under construction' },
  ENDED: { zh: '已终止', en: 'ended' },
}

/** Which of the things found do not run yet, in brackets, without names where it is all of them; empty where all run. */
export const stagesText = (
  stages: readonly { readonly name: string; readonly stage: Stage }[],
  language: Language,
  unnamed = false,
): string => {
  const told = (['BUILDING', 'SIGNED', 'PLANNED', 'ENDED'] as const).flatMap((stage) => {
    const names = stages.filter((one) => one.stage === stage).map(({ name }) => name)
    if (names.length === 0) return []
    const what = notRunning[stage][language]
    const isAll = names.length === stages.length
    if (unnamed || (isAll && names.length === 1)) return [what]
    if (isAll) return [language === 'zh' ? `均${what}` : `all ${what}`]
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
  SUPPLIES: { zh: '给{end}供货', en: ' supplies ' },
  LOCATED_IN: { zh: '位于{end}', en: ' is located in ' },
  BELONGS_TO: { zh: '属于{end}', en: ' belongs to ' },
  PRODUCES: { zh: '生产{end}', en: ' produces ' },
  INPUT_OF: { zh: '用于{end}', en: ' is an input of ' },
  INVESTS_IN: { zh: '投资{end}', en: ' invests in ' },
  SUBSIDIARY_OF: { zh: '的母公司是{end}', en: ' is a subsidiary of ' },
  OPERATES: { zh: '运营{end}', en: ' operates ' },
  COOPERATES_WITH: { zh: '与{end}合作', en: ' cooperates with ' },
  SUPPORTS: { zh: '支持{end}', en: ' supports ' },
  ISSUED_BY: { zh: '由{end}出台', en: ' is issued by ' },
}

/** A fact as a clause, its stage said where it does not run. */
export const factText = (fact: Relationship, catalog: Catalog, language: Language): string => {
  const [start = '', end = ''] = [fact.start, fact.end].map((id) => {
    const entity = catalog.get(id)
    return entity === undefined ? '' : nameIn(entity, language)
  })
  const product = fact.product === null ? '' : language === 'zh' ? fact.product : ` with ${fact.product}`
  const stage = stagesText([{ name: '', stage: fact.stage }], language, true)
  if (language === 'en') return `${start}${verbs[fact.type].en}${end}${product}${stage}`
  return fact.type === 'SUPPLIES' && product !== ''
    ? `${start}给${end}供应${product}${stage}`
    : `${start}${verbs[fact.type].zh.replace('{end}', () => end)}${stage}`
}

/** How far a thing that is invested in or operated has come, in brackets; empty where it runs. */
const progressZh = (relationships: readonly Relationship[], { id, name }: Entity): string => {
  const [fact] = relationships.filter(
    ({ type, end }) => end === id && (type === 'OPERATES' || type === 'INVESTS_IN'),
  )
  return fact === undefined ? '' : stagesText([{ name, stage: fact.stage }], 'zh', true)
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
  const [places, clusters, suppliers, customers, products, owners] = [
    others('LOCATED_IN', 'start'),
    others('BELONGS_TO', 'start'),
    others('SUPPLIES', 'end'),
    others('SUPPLIES', 'start'),
    others('PRODUCES', 'start'),
    [...new Set([...others('INVESTS_IN', 'end'), ...others('OPERATES', 'end')])],
  ]
  if (language === 'en') {
    const parts = [
      places.length > 0 ? `in ${listNames(places, 'en')}` : '',
      products.length > 0 ? `makes ${listNames(products, 'en')}` : '',
      suppliers.length > 0 ? `${suppliers.length.toString()} suppliers stated` : '',
      customers.length > 0 ? `${customers.length.toString()} customers stated` : '',
    ].filter(Boolean)
    return `${englishName(entity)}: ${kindOf(entity.label).en}${parts.length > 0 ? `, ${parts.join('; ')}` : ''}. ${sourcesText(options.sources, 'en')}.`
  }
  const parts = [
    entity.description ?? '',
    places.length > 0 ? `位于${listNames(places, 'zh')}` : '',
    clusters.length > 0 ? `属于${listNames(clusters, 'zh')}` : '',
    owners.length > 0 ? `由${listNames(owners, 'zh')}投资或运营${progressZh(relationships, entity)}` : '',
    products.length > 0 ? `生产${listNames(products, 'zh')}` : '',
    suppliers.length > 0 ? `已知供应商${suppliers.length.toString()}家` : '',
    customers.length > 0 ? `已知客户${customers.length.toString()}家` : '',
  ].filter(Boolean)
  return `${entity.name}（${kindOf(entity.label).zh}）${parts.length > 0 ? `：${parts.join('；')}` : ''}。${sourcesText(options.sources, 'zh')}。`
}
