/** Policies, plans and campaigns: titles in book marks, named in quotation marks, and by their heads. */
import { isNameWord, nameStart, withoutModifiers } from '../boundary.ts'
import type { Scene } from '../scene.ts'
import type { Span } from '../span.ts'
import { Trie } from '../trie.ts'
import { heads } from '../words.ts'
import { propose, type Candidate } from './candidate.ts'

const policyHeads = [...heads.Policy.heads].sort((left, right) => right.length - left.length)
const titled = /《([^《》]{2,80})》/gu
const quoted = /[“「"]([^”」"“「]{2,16})[”」"]/gu
/** What may follow a title's head: (2025—2027年), (试行). */
const titleTail = /[(（][^()（）]*[)）]$/u

const endsInHead = (text: string): boolean =>
  policyHeads.some((head) => text.replace(titleTail, '').endsWith(head))

/** 《…行动计划》: a title with a policy's head; films and papers have none. */
const titles = (scene: Scene): readonly Candidate[] =>
  [...scene.text.matchAll(titled)].flatMap((match) => {
    const title = match[1] ?? ''
    if (!endsInHead(title)) return []
    const start = match.index + 1
    return [propose('titled-policy', 'Policy', { start, end: start + title.length })]
  })

/** 十大工程: a count, no name. */
const counted = /^[一二三四五六七八九十百千\d]+(?:大|项|条|个)?(?:工程|行动|计划|政策|措施|任务)$/u

/** Verbs of governing before a quoted campaign: 探索“工业上楼”. */
const governs = heads.Policy.governs
const ends = /(?:之都|之城)$/u

/** Whether a quoted word is a named campaign: 新能源之都, or what is carried out. */
const isCampaign = (scene: Scene, open: number, inner: string): boolean =>
  ends.test(inner) ||
  (/^[\p{Script=Han}\d]+$/u.test(inner) &&
    governs.some((verb) => scene.text.startsWith(verb, open - verb.length)))

/** “532”发展战略, “六提”工程, “揭榜挂帅”机制: a quoted word before a policy's head. */
const quotedNames = (scene: Scene): readonly Candidate[] =>
  [...scene.text.matchAll(quoted)].flatMap((match) => {
    const end = match.index + match[0].length
    const head = policyHeads.find((word) => scene.text.startsWith(word, end))
    const inner = match[1] ?? ''
    if (head !== undefined)
      return [propose('quoted-policy', 'Policy', { start: match.index, end: end + head.length })]
    if (counted.test(inner)) return []
    if (!endsInHead(inner) && !isCampaign(scene, match.index, inner)) return []
    return [propose('quoted-policy', 'Policy', { start: match.index + 1, end: end - 1 })]
  })

const long = new Trie<string>()
for (const head of policyHeads) if (head.length >= 4) long.add(head, head)
const generic = new Set(heads.Policy.generic)

const headed = (scene: Scene): readonly Candidate[] => {
  const found: Candidate[] = []
  let after = 0
  for (const { start: head } of long.all(scene.text)) {
    if (head < after) continue
    const end = long.from(scene.text, head).at(-1)?.end ?? head
    const start = nameStart(scene, head, { accepts: isNameWord, joins: new Set(['和', '与', '及']) })
    const span = withoutModifiers(scene, { start, end })
    if (span.start >= head || generic.has(scene.text.slice(span.start, end))) continue
    found.push(propose('policy-head', 'Policy', span))
    after = end
  }
  return found
}

const names = new Trie<string>()
for (const name of heads.Policy.names) names.add(name, name)

/** Campaigns known by name: 智改数转网联. */
const campaigns = (scene: Scene): readonly Candidate[] =>
  names.all(scene.text).map((span: Span) => propose('policy-name', 'Policy', span))

/** Proposes policies. */
export const policies = (scene: Scene): readonly Candidate[] => [
  ...titles(scene),
  ...quotedNames(scene),
  ...headed(scene),
  ...campaigns(scene),
]
