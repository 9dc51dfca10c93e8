/** Constraints and indexes, the same on both stores: cypher/setup, in the order of the files' names. */
import { readdirSync } from 'node:fs'
import { projectFile } from '../project.ts'
import { command } from './statement.ts'
import type { Store } from './store.ts'

/** Makes what is missing of the constraints and indexes; running it again changes nothing. */
export const setupStore = async (store: Store): Promise<void> => {
  const names = readdirSync(projectFile('cypher', 'setup'))
    .filter((name) => name.endsWith('.cypher'))
    .sort()
  await store.setup(names.map((name) => command(`setup/${name.slice(0, -'.cypher'.length)}`)))
}
