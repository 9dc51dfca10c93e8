/** The names the shipped sources would make known before a document is read. */
import { join } from 'node:path'
import type { KnownName } from '../extract/gazetteer.ts'
import { planGraph } from '../load/graph.ts'
import { findSources } from '../load/manifest.ts'
import { readSource } from '../load/read.ts'

const texts = (value: unknown): readonly string[] =>
  typeof value === 'string' ? [value] : Array.isArray(value) ? value.flatMap(texts) : []

/** Every name and alias of the entities that the sources in a folder make, as a load would. */
export const knownNamesOf = async (folder: string): Promise<readonly KnownName[]> => {
  const said = await Promise.all(
    findSources([folder]).map((source) => readSource(source, (file) => join(source.folder, file))),
  )
  const plan = planGraph(
    {
      entities: said.flatMap(({ entities }) => entities),
      relationships: said.flatMap(({ relationships }) => relationships),
      metrics: said.flatMap(({ metrics }) => metrics),
    },
    [],
  )
  return [...plan.entities.values()].flatMap(({ id, label, props }) => {
    const [name = ''] = texts(props['name'])
    return [name, ...texts(props['aliases'])].map((text) => ({ text, id, label, name }))
  })
}
