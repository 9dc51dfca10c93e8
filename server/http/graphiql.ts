/** GraphiQL's page, what it loads beside its package, and its examples. */
import type { ServerResponse } from 'node:http'
import { projectFile } from '../project.ts'
import { exampleOperations } from './examples.ts'
import { sendFile, strict } from './files.ts'
import { sendJson } from './refusal.ts'

/** GraphiQL's editor writes style attributes and elements and holds its icons in a data: font. */
const forEditor = strict
  .replace("style-src 'self'", "style-src 'self' 'unsafe-inline'")
  .replace("font-src 'self'", "font-src 'self' data:")
  .replace("worker-src 'self'", "worker-src 'self' blob:")

const own = (name: string): string => projectFile('server', 'http', name)

/** Sends GraphiQL's page, which loads its scripts from here. */
export const sendGraphiql = (response: ServerResponse): void => {
  sendFile(response, own('graphiql.html'), forEditor)
}

/** What GraphiQL's page loads beside its package, by path. */
const graphiqlFiles: Readonly<Record<string, string>> = {
  '/graphiql-start.js': 'graphiql-start.js',
  '/graphiql-page.css': 'graphiql.css',
}

/** Sends what a path of GraphiQL's page means: a file of it, or its examples; false where there is none. */
export const sendGraphiqlPart = (response: ServerResponse, path: string): boolean => {
  const file = graphiqlFiles[path]
  if (file !== undefined) sendFile(response, own(file), strict)
  else if (path === '/graphql-examples.json') sendJson(response, 200, exampleOperations())
  else return false
  return true
}
