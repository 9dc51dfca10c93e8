/** `npm run neo4j [-- --bolt PORT --http PORT]`: a real Neo4j Community for development, its data kept in .neo4j. */
import { parseArgs } from 'node:util'
import { projectFile } from '../server/project.ts'
import { startNeo4j } from './neo4jServer.ts'

const { values } = parseArgs({
  options: { bolt: { type: 'string', default: '7687' }, http: { type: 'string', default: '7474' } },
})

const portOf = (text: string): number => {
  const port = Number(text)
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new RangeError(`${text} is no port; name one from 1 to 65535`)
  return port
}

try {
  const server = await startNeo4j({
    folder: projectFile('.neo4j'),
    boltPort: portOf(values.bolt),
    httpPort: portOf(values.http),
  })
  console.log(`NEO4J_URI=${server.uri}\nNEO4J_USERNAME=${server.username}\nNEO4J_PASSWORD=${server.password}`)
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      console.error('Stopping Neo4j, which takes some ten seconds …')
      void server.stop()
    })
  await server.ended
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}
