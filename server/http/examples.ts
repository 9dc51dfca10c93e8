/** The example operations of GraphiQL: one file each in server/graphql/examples, in the order of their names. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectFile } from '../project.ts'

export interface Example {
  /** What it asks, in the words of its first comment. */
  readonly title: string
  readonly operation: string
}

const folder = projectFile('server', 'graphql', 'examples')

/** The examples; each is a whole operation that runs without variables. */
export const exampleOperations = (): readonly Example[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.graphql'))
    .sort()
    .map((name) => {
      const operation = readFileSync(join(folder, name), 'utf8')
      return { title: /^# (.+)$/m.exec(operation)?.[1] ?? name, operation }
    })
