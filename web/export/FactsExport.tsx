import { useMemo } from 'react'
import type { Relationship } from '../answers.ts'
import { pictureOf } from '../picture.ts'
import { sectionsOf } from '../sections.ts'
import { DEFAULT_COLUMNS } from '../state.ts'
import { ExportMenu } from './ExportMenu.tsx'
import type { HandoutParts } from './handout.ts'

interface Props {
  title: string
  sentence?: string
  /** The id of whom the facts are told of. */
  root: string
  relationships: readonly Relationship[]
}

/** What is handed on of facts that a page lists without drawing them. */
export function factsHandout(
  root: string,
  relationships: readonly Relationship[],
): Pick<HandoutParts, 'table' | 'picture'> {
  const picture = pictureOf(root, relationships)
  const sections = sectionsOf(picture, 'NEIGHBORS', [])
  return { picture, table: { sections, sort: null, columns: DEFAULT_COLUMNS, find: '' } }
}

/** The menu 导出 of a page that lists facts. */
export function FactsExport({ title, sentence, root, relationships }: Props) {
  const parts = useMemo(() => factsHandout(root, relationships), [root, relationships])
  return <ExportMenu title={title} sentence={sentence} {...parts} />
}
