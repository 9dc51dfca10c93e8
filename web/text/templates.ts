/** Patterns of questions with blanks to fill in: a blank stands in 【】, named by what belongs there. */
import type { Language } from '../state.ts'

export interface TemplatesText {
  title: string
  change: (name: string) => string
  patterns: readonly string[]
}

const zh: TemplatesText = {
  title: '按句式提问',
  change: (name) => `换掉${name}`,
  patterns: [
    '哪些企业为【企业】供货？',
    '【企业】供货给谁？',
    '【企业】给【客户】供应什么产品？',
    '哪些企业生产【产品】？',
    '【地区】有哪些生产【产品】的企业？',
    '【园区】有哪些企业？',
    '既给【企业】又给【另一企业】供货的企业有哪些？',
    '【企业】和【另一企业】是什么关系？',
  ],
}

const en: TemplatesText = {
  title: 'Fill in a question',
  change: (name) => `Change ${name}`,
  patterns: [
    'Who supplies 【company】?',
    'Whom does 【company】 supply?',
    'Which companies make 【product】?',
    'Which companies are in 【park】?',
  ],
}

/** The words for questions with blanks. */
export function templatesText(language: Language): TemplatesText {
  return language === 'en' ? en : zh
}
