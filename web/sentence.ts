/** Relationships as sentences: what the graph shows, in words. */
import type { Mention, Relationship } from './answers.ts'
import type { Language } from './state.ts'
import type { Words } from './words.ts'

/** The ends in the order a sentence names them: in Chinese 出台 stands between who issues a policy and the policy. */
export function endsInOrder(
  { type, start, end }: Pick<Relationship, 'type' | 'start' | 'end'>,
  language: Language,
): [Mention, Mention] {
  return type === 'ISSUED_BY' && language === 'zh' ? [end, start] : [start, end]
}

/** Who does what to whom, with what, and how sure it is: `宁德时代 供应 理想汽车 动力电池（在产/供货，2 个独立来源）`. */
export function sentenceOf(relationship: Relationship, { text, typeName, language }: Words): string {
  const { type, product, stage, sourceCount } = relationship
  const [first, last] = endsInOrder(relationship, language)
  const fact = [first.name, typeName(type), last.name, product].filter((word) => word !== null).join(' ')
  const remarks = [text.stages[stage], text.evidence.count(sourceCount)]
  return language === 'en' ? `${fact} (${remarks.join(', ')})` : `${fact}（${remarks.join('，')}）`
}
