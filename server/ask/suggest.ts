/** What can be asked instead: full questions that the engine itself answers. */
import type { Catalog, Entity } from '../names/catalog.ts'
import { listEntities } from '../read/entities.ts'
import { lexicon } from './lexicon.ts'
import type { Source } from './evaluate.ts'
import type { Mention } from './plan.ts'

/** How many suggestions an answer has at most. */
export const mostSuggestions = 4
/** How many questions are tried to find them. */
const mostTried = 12

/** The questions that name an entity, nearest first. */
const questionsAbout = (entity: Entity): readonly string[] =>
  lexicon.suggestions[entity.label].map((line) => line.replace('{name}', entity.name))

/** The question with a name in place of what was typed for it. */
export const withName = (
  typed: string,
  span: { readonly start: number; readonly end: number },
  name: string,
): string => typed.slice(0, span.start) + name + typed.slice(span.end)

const leading = new WeakMap<Catalog, Promise<readonly Entity[]>>()

/** Where a question names nothing that the graph holds: what has the most to tell, found once for each version of the data. */
const prominent = (source: Source): Promise<readonly Entity[]> => {
  const known = leading.get(source.catalog)
  if (known !== undefined) return known
  const reading = readProminent(source)
  leading.set(source.catalog, reading)
  reading.catch(() => leading.delete(source.catalog))
  return reading
}

const readProminent = async (source: Source): Promise<readonly Entity[]> => {
  const [companies, others] = await Promise.all([
    listEntities(source.store, source.catalog, {
      where: { labels: ['Company'], inside: [] },
      orderBy: 'SUPPLIERS',
    }),
    listEntities(source.store, source.catalog, {
      where: { labels: ['Park', 'Cluster'], inside: [] },
      orderBy: 'RELATIONSHIPS',
    }),
  ])
  return [...companies.slice(0, 1), ...others.slice(0, 2)]
}

/** Questions about what was named, else about what the graph knows best, in the order in which they are to be tried. */
const candidates = async (source: Source, mentions: readonly Mention[]): Promise<readonly string[]> => {
  const named = mentions.flatMap(({ entities }) => entities.slice(0, 3))
  const about = named.length > 0 ? named : await prominent(source)
  const lists = about.map(questionsAbout)
  const longest = Math.max(0, ...lists.map(({ length }) => length))
  const across = Array.from({ length: longest }, (_none, index) =>
    lists.flatMap((list) => list[index] ?? []),
  ).flat()
  return [...new Set(across)].slice(0, mostTried)
}

/** Which suggestions are answered, as long as the data stays; so many are kept. */
const answered = new WeakMap<Catalog, Map<string, boolean>>()
const mostKept = 2_000

/** Whether a suggestion is answered: asked once for each version of the data. */
const isAnswered = async (
  catalog: Catalog,
  question: string,
  works: (question: string) => Promise<boolean>,
): Promise<boolean> => {
  const known = answered.get(catalog) ?? new Map<string, boolean>()
  answered.set(catalog, known)
  const before = known.get(question)
  if (before !== undefined) return before
  const is = await works(question)
  if (known.size < mostKept) known.set(question, is)
  return is
}

/** The nearest questions that work: those to be tried first, then about what is named; `works` asks one. */
export const suggestionsFor = async (
  source: Source,
  options: {
    readonly first: readonly string[]
    readonly mentions: readonly Mention[]
    /** Whether only what is named is asked about: not what the graph knows best. */
    readonly isNear?: boolean
    readonly works: (question: string) => Promise<boolean>
  },
): Promise<readonly string[]> => {
  const found: string[] = []
  const near = options.isNear === true
  const own = near && options.mentions.length === 0 ? [] : await candidates(source, options.mentions)
  const general = options.mentions.length > 0 && !near ? await candidates(source, []) : []
  for (const question of options.first.slice(0, mostSuggestions))
    if (await options.works(question)) found.push(question)
  for (const question of new Set([...own, ...general]))
    if (found.length < mostSuggestions && (await isAnswered(source.catalog, question, options.works)))
      found.push(question)
  return found
}
