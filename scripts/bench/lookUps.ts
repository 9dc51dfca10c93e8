/** What people type to find a name: parts, pinyin, initials, traditional characters, one wrong character. */
import { pinyin } from 'pinyin-pro'
import type { Entity } from '../../server/names/catalog.ts'
import { randomFrom } from './random.ts'

const looked = 400

const spelled = (text: string, pattern: 'pinyin' | 'first'): string =>
  pinyin(text, { toneType: 'none', type: 'array', pattern }).join('')

const forms: readonly ((name: string) => string)[] = [
  (name) => name,
  (name) => name.slice(0, 4),
  (name) => name.slice(2, 5),
  (name) => name.slice(2, 8),
  (name) => spelled(name.slice(0, 4), 'pinyin'),
  (name) => spelled(name.slice(0, 6), 'first'),
  (name) => `${name.slice(0, 2)}错${name.slice(3)}`,
  (name) => `${name.slice(0, 4)}集团`,
]

/** Look-ups for some of the entities, the same at every run. */
export const lookUps = (entities: readonly Entity[]): readonly string[] => {
  const random = randomFrom(3)
  return Array.from({ length: looked }, (_none, index) => {
    const name = entities[Math.floor(random() * entities.length)]?.name ?? ''
    return forms[index % forms.length]?.(name) ?? name
  })
}
