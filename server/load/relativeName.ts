/**
 * Names that mean something only where their place or owner is spoken of: 区工信局 is 武进区工信局 in a report about 武进,
 * 机器人产业 is 机器人产业(武进) there, 常州基地 is a firm's own where the firm is named.
 */
import type { Label } from '../model/model.ts'

/** Kinds whose short names are common words with the place or owner left out; a firm's short name is its own. */
const relative: readonly Label[] = ['Cluster', 'Institution', 'Policy', 'Project']

/** The place in brackets behind a name: 机器人产业(武进) → 武进. */
const bracketed = /\(([^()]+)\)$/

/** What a short name leaves out of the head or the brackets of the full one; '' where it leaves nothing out there. */
const leftOut = (name: string, written: string): string => {
  const place = bracketed.exec(name)?.[1]
  if (place !== undefined) return written.includes(place) ? '' : place
  const at = name.indexOf(written.slice(0, 2))
  return at > 0 ? name.slice(0, at) : ''
}

/** The shortest part of a place or owner that still tells it: 理想汽车 is told by 理想. */
const telling = 2

/** Whether `written` can mean the entity in this text: the place or owner that it leaves out is spoken of there. */
export const isMeantIn = (
  text: string,
  written: string,
  entity: { readonly label: Label; readonly name: string },
): boolean => {
  if (!relative.includes(entity.label) || entity.name === written) return true
  const part = leftOut(entity.name, written)
  return part === '' || text.includes(part.slice(0, telling))
}
