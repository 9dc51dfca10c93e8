/** Exports of the whole graph: in which formats, and where each goes. */
import type { Store } from '../store/store.ts'
import { csvFiles } from './csv.ts'
import { checkUnchanged, openGraph, type WholeGraph } from './graph.ts'
import { graphMl } from './graphml.ts'
import { graphJson } from './json.ts'
import { neo4jAdminFiles } from './neo4jAdmin.ts'
import { checkTarget, writeFiles, writeWhole } from './output.ts'

interface Format {
  readonly makes: 'file' | 'folder'
  readonly write: (graph: WholeGraph, path: string) => Promise<void>
}

/** Each format by the name it is asked for with. */
const formats = {
  csv: { makes: 'folder', write: (graph, path) => writeFiles(path, csvFiles(graph)) },
  graphml: { makes: 'file', write: (graph, path) => writeWhole(path, graphMl(graph)) },
  json: { makes: 'file', write: (graph, path) => writeWhole(path, graphJson(graph)) },
  'neo4j-admin': { makes: 'folder', write: (graph, path) => writeFiles(path, neo4jAdminFiles(graph)) },
} satisfies Record<string, Format>

export type ExportFormat = keyof typeof formats

/** Whether `text` names a format. */
export const isExportFormat = (text: string): text is ExportFormat => Object.hasOwn(formats, text)

/** The names of the formats, as a sentence lists them. */
export const exportFormats: readonly string[] = Object.keys(formats)

export interface ExportOptions {
  readonly store: Store
  readonly format: ExportFormat
  /** The file to write, or the folder for a format of several files. What stands there under the same names is replaced. */
  readonly path: string
}

/**
 * Writes the whole graph with its evidence and gives the version of the data. Throws ExportError where nothing is
 * loaded, where the path is of the wrong kind, and where the graph changed meanwhile.
 */
export const exportGraph = async ({ store, format, path }: ExportOptions): Promise<string> => {
  const { makes, write } = formats[format]
  checkTarget(path, makes)
  const graph = await openGraph(store)
  await write(graph, path)
  await checkUnchanged(store, graph)
  return graph.version
}
