/** Projects that bear the name of a firm the document names: 理想汽车常州智能制造基地 is run by 理想汽车. */
import type { Mention } from '../mention.ts'

/** A name this short is as often a common word. */
const leastLength = 2

/** The firm whose name, full or as written, each project begins with; the longest name where several do. */
export const ownersByName = (mentions: readonly Mention[]): ReadonlyMap<Mention, Mention> => {
  const firms = new Map<string, Mention>()
  for (const mention of mentions)
    if (mention.label === 'Company')
      for (const name of [mention.text, mention.name])
        if (name.length >= leastLength && !firms.has(name)) firms.set(name, mention)
  const longest = Math.max(0, ...[...firms.keys()].map((name) => name.length))
  const owners = new Map<Mention, Mention>()
  for (const mention of mentions) {
    if (mention.label !== 'Project') continue
    for (let length = Math.min(longest, mention.text.length - 1); length >= leastLength; length--) {
      const owner = firms.get(mention.text.slice(0, length))
      if (!owner) continue
      owners.set(mention, owner)
      break
    }
  }
  return owners
}
