/** Kinds of things: by label, and by what their names end with. */
import type { Entity } from '../names/catalog.ts'
import { lexicon } from './lexicon.ts'
import type { SetPlan } from './plan.ts'

/** A name without the place or year in brackets behind it, and without what is said after any kind: 常州基地项目 → 常州基地. */
const withoutNameTail = (name: string): string => {
  const open = name.search(/[(（][^()（）]*[)）]$/)
  const bare = open > 0 ? name.slice(0, open) : name
  const tail = lexicon.nameTails.find((one) => bare.endsWith(one) && bare.length > one.length)
  return tail === undefined ? bare : bare.slice(0, -tail.length)
}

/** Whether a thing is of a kind: in Chinese the kind stands last: 常州大学 is a 大学, its 研究院 is none. */
export const isOfKind = (entity: Entity, { labels, part }: Extract<SetPlan, { kind: 'all' }>): boolean =>
  labels.includes(entity.label) &&
  (part === undefined ||
    [entity.name, ...entity.aliases].some(
      (name) => name.endsWith(part) || withoutNameTail(name).endsWith(part),
    ))
