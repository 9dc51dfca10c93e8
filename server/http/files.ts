/** Files that browsers load: the built page, and GraphiQL's package; nothing comes from another host. */
import { createReadStream, existsSync, statSync } from 'node:fs'
import type { ServerResponse } from 'node:http'
import { createRequire } from 'node:module'
import { dirname, extname, join, normalize, sep } from 'node:path'
import { projectFile } from '../project.ts'

const mimeTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.json': 'application/json; charset=utf-8',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
}

const page = projectFile('build', 'web')
const graphiql = join(
  dirname(createRequire(import.meta.url).resolve('@graphql-yoga/graphiql/package.json')),
  'dist',
)

/** What a page may load and run: only what this server sends. */
export const strict =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; font-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
/** Headers of every answer. */
export const securityHeaders = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
} as const

/** The file a path means inside a folder; undefined where it leads outside or to nothing. */
const fileIn = (folder: string, path: string): string | undefined => {
  const file = normalize(join(folder, path))
  return file.startsWith(folder + sep) && existsSync(file) && statSync(file).isFile() ? file : undefined
}

/** Sends a file, under a content security policy. */
export const sendFile = (response: ServerResponse, file: string, policy: string): void => {
  // Vite puts a digest of the content into the names under assets/.
  const kept = file.includes(`${sep}assets${sep}`)
  response.writeHead(200, {
    ...securityHeaders,
    'Content-Type': mimeTypes[extname(file)] ?? 'application/octet-stream',
    'Content-Security-Policy': policy,
    'Cache-Control': kept ? 'public, max-age=31536000, immutable' : 'no-cache',
  })
  createReadStream(file).pipe(response)
}

/** The policy of the page, which these origins alone may show in a frame. */
const policyFor = (embedOrigins: readonly string[]): string =>
  embedOrigins.length === 0
    ? strict
    : strict.replace("frame-ancestors 'none'", `frame-ancestors ${embedOrigins.join(' ')}`)

/** Sends the file that a path means; false where there is none. */
export const sendAsset = (
  response: ServerResponse,
  path: string,
  embedOrigins: readonly string[],
): boolean => {
  const file = path.startsWith('/graphiql/')
    ? fileIn(graphiql, path.slice('/graphiql/'.length))
    : fileIn(page, path === '/' ? 'index.html' : path.slice(1))
  if (file === undefined) return false
  sendFile(response, file, policyFor(embedOrigins))
  return true
}
