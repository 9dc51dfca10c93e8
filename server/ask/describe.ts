/** Plans in words, Chinese or English: what an answer says it found, and what a suggestion asks. */
import type { Entity } from '../names/catalog.ts'
import { nounZh } from './describeZh.ts'
import { kindOf } from './kinds.ts'
import { lexicon } from './lexicon.ts'
import type { Limits, SetPlan } from './plan.ts'

export type Language = 'zh' | 'en'

const filled = (phrase: string, of: string): string => phrase.replaceAll('{of}', () => of)

const limitsAfter = (limits: Limits): string =>
  [
    limits.product === undefined ? '' : ` for ${limits.product}`,
    limits.stages === undefined ? '' : ` (${limits.stages.join(', ').toLowerCase()})`,
    limits.asOf === undefined ? '' : ` as of ${limits.asOf}`,
  ].join('')

const latinOnly = /^[\p{ASCII}]+$/u

/** A name that readers of English know: the English one, else one in Latin letters, else the full name. */
export const englishName = ({ englishName: own, aliases, name }: Entity): string =>
  own ?? [name, ...aliases].find((one) => latinOnly.test(one)) ?? name

/** An entity's name in a language. */
export const nameIn = (entity: Entity, language: Language): string =>
  language === 'zh' ? entity.name : englishName(entity)

/** The things found, named in English. */
export const nounEn = (set: SetPlan): string => {
  switch (set.kind) {
    case 'named': {
      const [entity] = set.mention.entities
      return entity === undefined ? '' : englishName(entity)
    }
    case 'product':
      return set.text
    case 'all':
      return set.labels.map((label) => kindOf(label).en).join(', ')
    case 'related':
      return filled(lexicon.phrases[set.relation]?.en ?? '{of}', nounEn(set.of)) + limitsAfter(set.limits)
    case 'either':
      return set.sets.map(nounEn).join(set.join === 'any' ? ' or ' : ' and ')
    case 'both':
      return set.sets
        .filter(({ kind }) => kind !== 'all')
        .map(nounEn)
        .join(' that are also ')
    case 'without':
      return `${nounEn(set.set)} except ${nounEn(set.minus)}`
  }
}

/** The things found, named in a language. */
export const noun = (set: SetPlan, language: Language): string =>
  language === 'zh' ? nounZh(set) : nounEn(set)

/** The most names a sentence lists. */
const listedNames = 10

/** Names in a row, the rest counted. */
export const listNames = (names: readonly string[], language: Language): string => {
  const shown = names.slice(0, listedNames)
  const rest = names.length - shown.length
  if (language === 'zh') return shown.join('、') + (rest > 0 ? '等' : '')
  return shown.join(', ') + (rest > 0 ? ` and ${rest.toString()} more` : '')
}

/** How the question was narrowed, each as a text for the page. */
export const filterTexts = (sets: readonly SetPlan[]): readonly string[] => {
  const found = sets.flatMap((set): string[] => {
    if (set.kind === 'without') return [`不含：${nounZh(set.minus)}`]
    if (set.kind !== 'related') return []
    const { limits } = set
    return [
      ...(set.relation === 'companiesIn' || set.relation === 'projectsIn' ? [`位于：${nounZh(set.of)}`] : []),
      ...(limits.product === undefined ? [] : [`产品：${limits.product}`]),
      ...(limits.stages === undefined ? [] : [`阶段：${limits.stages.join('、')}`]),
      ...(limits.asOf === undefined ? [] : [`截至：${limits.asOf}`]),
      ...(limits.depth === undefined ? [] : [`层级：${limits.depth.toString()}`]),
      ...(limits.minConfidence === undefined ? [] : [`可信度：≥${limits.minConfidence.toString()}`]),
      ...(limits.minSources === undefined ? [] : [`来源数：≥${limits.minSources.toString()}`]),
    ]
  })
  return [...new Set(found)]
}
