/** Relationships as sentences: what the graph shows, in words. */
import type { Relationship } from './answers.ts'
import type { Words } from './words.ts'

/** Who does what to whom, with what, and how sure it is: `宁德时代 供应 理想汽车 动力电池（在产/供货，2 个独立来源）`. */
export function sentenceOf(relationship: Relationship, { text, typeName, language }: Words): string {
  const { start, end, type, product, stage, sourceCount } = relationship
  const fact = [start.name, typeName(type), end.name, product].filter((word) => word !== null).join(' ')
  const remarks = [text.stages[stage], text.evidence.count(sourceCount)]
  return language === 'en' ? `${fact} (${remarks.join(', ')})` : `${fact}（${remarks.join('，')}）`
}
