/** Kinds of things: by label, and by what their names end with. */
import type { Label } from '../model/model.ts'
import type { Entity } from '../names/catalog.ts'
import { lexicon } from './lexicon.ts'
import type { SetPlan } from './plan.ts'

/** A kind of thing in words. */
export const kindOf = (
  label: Label,
): { readonly zh: string; readonly measure: string; readonly en: string } => lexicon.kinds[label]

/** A name without the place or year in brackets behind it, and without what is said after any kind: 常州基地项目 → 常州基地. */
const withoutNameTail = (name: string): string => {
  const open = name.search(/[(（][^()（）]*[)）]$/)
  const bare = open > 0 ? name.slice(0, open) : name
  const tail = lexicon.nameTails.find((one) => bare.endsWith(one) && bare.length > one.length)
  return tail === undefined ? bare : bare.slice(0, -tail.length)
}

/** Provinces, cities and districts by their codes of GB/T 2260; towns by their names. */
const isRegionOf = ({ code, name }: Entity, kind: string): boolean => {
  const digits = code ?? ''
  const isProvince = digits.endsWith('0000')
  const isMunicipality = isProvince && lexicon.municipalities.includes(digits.slice(0, 2))
  switch (kind) {
    case '省':
      return isProvince
    case '市':
      return isMunicipality || (digits.endsWith('00') && !isProvince)
    case '区':
      return /^\d{6}$/.test(digits) && !digits.endsWith('00')
    default:
      return digits === '' && name.endsWith(kind)
  }
}

/** Whether a thing is of a kind: in Chinese the kind stands last: 常州大学 is a 大学, its 研究院 is none. */
export const isOfKind = (entity: Entity, { labels, part }: Extract<SetPlan, { kind: 'all' }>): boolean =>
  labels.includes(entity.label) &&
  (part === undefined ||
    (entity.label === 'Region'
      ? isRegionOf(entity, part)
      : [entity.name, ...entity.aliases].some(
          (name) => name.endsWith(part) || withoutNameTail(name).endsWith(part),
        )))
