/** What the page of an answer shows: its facts as table and drawing. */
import type { Mention, Relationship } from '../answers.ts'
import { type Elements, elementsOf } from '../elements.ts'
import { mergeParts, type Picture } from '../picture.ts'
import { type Heading, type Row, type Section, sectionOf } from '../sections.ts'
import type { Dated } from '../time.ts'
import type { Answer } from './answer.ts'

export interface AnswerScene {
  picture: Picture
  sections: readonly Section[]
  elements: Elements
  /** Entities of the answer that no relationship of it touches. */
  unlinked: readonly Mention[]
}

/** The entity the picture is about: the name of the question that most of the relationships touch. */
function rootOf({ interpretation, entities, relationships }: Answer): string {
  const named = [...(interpretation?.entities ?? []).map(({ entity }) => entity), ...entities]
  const touches = ({ id }: Mention): number =>
    relationships.filter(({ start, end }) => start.id === id || end.id === id).length
  const [first] = named.sort((a, b) => touches(b) - touches(a))
  return first?.id ?? relationships[0]?.end.id ?? ''
}

function rowOf(relationship: Dated, entity: Mention): Row {
  const { start, end } = relationship
  return { relationship, entity, toward: entity.id === start.id ? end : start }
}

/** One row for each fact under the entity it answers with; what else is told stands apart, and is not the answer. */
function answerSections({ entities }: Answer, { relationships }: Picture): Section[] {
  const ranks = new Map(entities.map(({ id }, index) => [id, index]))
  const rank = (id: string): number => ranks.get(id) ?? entities.length
  const rows = relationships.map((relationship) => {
    const { start, end } = relationship
    return rowOf(relationship, rank(end.id) < rank(start.id) ? end : start)
  })
  const own = rows
    .filter(({ entity }) => ranks.has(entity.id))
    .sort((a, b) => rank(a.entity.id) - rank(b.entity.id))
  const aside = rows.filter(({ entity }) => !ranks.has(entity.id))
  const apart: Heading = { kind: entities.length === 0 ? 'OTHER' : 'ASIDE' }
  return [sectionOf({ kind: 'ANSWER' }, own), sectionOf(apart, aside)].filter(
    (section) => section.rows.length > 0,
  )
}

/** Whether most of it is supply, which reads best from left to right. */
function isChain(relationships: readonly Relationship[]): boolean {
  return relationships.filter(({ type }) => type === 'SUPPLIES').length > relationships.length / 2
}

/** The picture of an answer: its relationships, and nothing that is only inferred. */
export function sceneOf(answer: Answer, edgeCaption: (relationship: Relationship) => string): AnswerScene {
  const { relationships } = answer
  const ends = relationships.flatMap(({ start, end }) => [start, end])
  const picture = mergeParts(rootOf(answer), [{ entities: ends, relationships }])
  const linked = new Set(ends.map(({ id }) => id))
  return {
    picture,
    sections: answerSections(answer, picture),
    elements: elementsOf({
      layout: isChain(relationships) ? 'TIERS' : 'FORCE',
      picture,
      grouping: { picture, groups: [] },
      base: picture,
      expanded: [],
      onPath: new Set(),
      isInside: () => true,
      edgeCaption,
      groupCaption: () => '',
    }),
    unlinked: answer.entities.filter(({ id }) => !linked.has(id)),
  }
}
