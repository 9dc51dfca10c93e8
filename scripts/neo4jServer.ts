/** A real Neo4j Community server from Maven Central, for development and tests: no Docker, Java and Maven only. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import neo4j from 'neo4j-driver'

const version = '5.26.30'
/** First start on a busy machine took 30 s, a start after a kill with a million relationships 33 s. */
const startTimeout = 180_000

export interface Neo4jServerOptions {
  /** Where data, configuration and password are kept. */
  readonly folder: string
  /** Where the jars are kept, 123 MB; `folder` if not given. */
  readonly jarFolder?: string
  readonly boltPort: number
  readonly httpPort: number
  /** Says nothing but errors. */
  readonly quiet?: boolean
}

export interface Neo4jServer {
  readonly uri: string
  readonly username: string
  readonly password: string
  readonly pid: number
  /** Resolves when Java has ended, by itself or stopped. */
  readonly ended: Promise<void>
  /** Stops the server and waits for it, some ten seconds. */
  stop(): Promise<void>
}

/** What `npm run neo4j` needs and the machine lacks, as a sentence; null where all is there. */
export const missingForNeo4j = (jarFolder: string): string | null => {
  const java = spawnSync('java', ['-version'], { encoding: 'utf8' })
  const major = Number(/version "(\d+)/.exec(java.stderr)?.[1] ?? 0)
  if (java.error ?? major < 17)
    return 'Java 17 or newer is needed (for example: apt install openjdk-17-jre-headless)'
  if (hasJars(jarFolder)) return null
  if (spawnSync('mvn', ['-v'], { shell: process.platform === 'win32' }).error)
    return 'Maven is needed to fetch Neo4j once (for example: apt install maven)'
  return null
}

const jarsIn = (jarFolder: string): string => join(jarFolder, `jars-${version}`)
const hasJars = (jarFolder: string): boolean => existsSync(jarsIn(jarFolder))

const pom = `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>liantu</groupId>
  <artifactId>neo4j</artifactId>
  <version>1</version>
  <packaging>pom</packaging>
  <dependencies>
    <dependency><groupId>org.neo4j</groupId><artifactId>neo4j</artifactId><version>${version}</version></dependency>
  </dependencies>
</project>
`

/** Fetches the jars; they appear under their name only when all are there. */
const fetchJars = (jarFolder: string, quiet: boolean): void => {
  if (hasJars(jarFolder)) return
  if (!quiet) console.error(`Fetching Neo4j ${version} from Maven Central (123 MB, once) …`)
  const part = join(jarFolder, `fetching-${process.pid.toString()}`)
  mkdirSync(part, { recursive: true })
  writeFileSync(join(part, 'pom.xml'), pom)
  const target = `-DoutputDirectory=${join(part, 'jars')}`
  const fetched = spawnSync(
    'mvn',
    ['-q', '-B', '-f', join(part, 'pom.xml'), 'dependency:copy-dependencies', target],
    {
      encoding: 'utf8',
      shell: process.platform === 'win32',
    },
  )
  try {
    if (fetched.status !== 0)
      throw new Error(
        `Maven could not fetch Neo4j: ${(fetched.stdout + fetched.stderr).trim().split('\n')[0] ?? ''}`,
      )
    if (!hasJars(jarFolder)) renameSync(join(part, 'jars'), jarsIn(jarFolder))
  } finally {
    rmSync(part, { recursive: true, force: true })
  }
}

/** Small, private, and unable to read files or call addresses for a statement; a wrong name here stops the start. */
const configuration = (boltPort: number, httpPort: number): string => `
server.default_listen_address=127.0.0.1
server.bolt.listen_address=127.0.0.1:${boltPort.toString()}
server.bolt.advertised_address=127.0.0.1:${boltPort.toString()}
server.http.listen_address=127.0.0.1:${httpPort.toString()}
server.http.advertised_address=127.0.0.1:${httpPort.toString()}
dbms.security.auth_enabled=true
dbms.usage_report.enabled=false
dbms.security.allow_csv_import_from_file_urls=false
internal.dbms.cypher_ip_blocklist=0.0.0.0/0,::/0
db.transaction.timeout=120s
db.memory.transaction.max=256m
db.tx_log.rotation.retention_policy=2 files
db.tx_log.rotation.size=16m
db.tx_log.preallocate=false
server.memory.pagecache.size=256m
`

const opens = ['java.base/java.nio', 'java.base/java.io', 'java.base/sun.nio.ch'].flatMap((module) => [
  '--add-opens',
  `${module}=ALL-UNNAMED`,
])

const launch = (options: Neo4jServerOptions, jarFolder: string): ChildProcess => {
  const folder = resolve(options.folder)
  mkdirSync(join(folder, 'conf'), { recursive: true })
  writeFileSync(join(folder, 'conf', 'neo4j.conf'), configuration(options.boltPort, options.httpPort))
  const classes = ['-cp', join(resolve(jarsIn(jarFolder)), '*'), 'org.neo4j.server.CommunityEntryPoint']
  return spawn(
    'java',
    ['-Xmx1g', ...opens, ...classes, `--home-dir=${folder}`, `--config-dir=${join(folder, 'conf')}`],
    // A group of its own: Ctrl-C reaches this script alone, which then stops Java properly.
    { stdio: ['ignore', 'pipe', 'pipe'], detached: process.platform !== 'win32' },
  )
}

/** The innermost cause of what Neo4j logged last, or what Java said. */
const reasonIn = (folder: string, said: string): string => {
  const log = join(folder, 'logs', 'neo4j.log')
  const logged = existsSync(log) ? readFileSync(log, 'utf8') : ''
  const cause = `${logged}\n${said}`.split('\n').findLast((line) => /Caused by: | ERROR /.test(line))
  return cause?.replace(/^.*?(Caused by: [\w.]+: | ERROR )/, '') ?? `${said.trim()} (see ${log})`
}

const answersAt = (port: number): Promise<boolean> =>
  new Promise((answer) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => {
      socket.destroy()
      answer(true)
    })
    socket.once('error', () => {
      answer(false)
    })
  })

const isUnauthorized = (error: unknown): boolean =>
  error instanceof neo4j.Neo4jError && error.code === 'Neo.ClientError.Security.Unauthorized'

/** Takes the place of the password every new server has. Does nothing where that was done before. */
const setPassword = async (uri: string, password: string): Promise<void> => {
  const driver = neo4j.driver(uri, neo4j.auth.basic('neo4j', 'neo4j'))
  try {
    const statement = "ALTER CURRENT USER SET PASSWORD FROM 'neo4j' TO $password"
    await driver.executeQuery(statement, { password }, { database: 'system' })
  } catch (error) {
    if (!isUnauthorized(error)) throw error
  } finally {
    await driver.close()
  }
}

const login = async (uri: string, password: string): Promise<void> => {
  const driver = neo4j.driver(uri, neo4j.auth.basic('neo4j', password))
  try {
    await driver.executeQuery('RETURN 1 AS one', {}, { database: 'neo4j' })
  } finally {
    await driver.close()
  }
}

const passwordIn = (folder: string): { readonly password: string; readonly isNew: boolean } => {
  const file = join(folder, 'password')
  if (existsSync(file))
    return { password: readFileSync(file, 'utf8').trim(), isNew: !existsSync(`${file}.set`) }
  const password = randomBytes(15).toString('base64url')
  writeFileSync(file, `${password}\n`, { mode: 0o600 })
  return { password, isNew: true }
}

/** Starts the server, and resolves once it takes statements. Throws one sentence where it can't. */
export const startNeo4j = async (options: Neo4jServerOptions): Promise<Neo4jServer> => {
  const jarFolder = options.jarFolder ?? options.folder
  const missing = missingForNeo4j(jarFolder)
  if (missing !== null) throw new Error(missing)
  for (const port of [options.boltPort, options.httpPort])
    if (await answersAt(port))
      throw new Error(
        `port ${port.toString()} is in use; name others: npm run neo4j -- --bolt 7688 --http 7475`,
      )
  mkdirSync(options.folder, { recursive: true, mode: 0o700 })
  fetchJars(jarFolder, options.quiet ?? false)

  const { password, isNew } = passwordIn(options.folder)
  const java = launch(options, jarFolder)
  let said = ''
  const listen = (chunk: Buffer): void => {
    said = (said + chunk.toString()).slice(-20_000)
  }
  java.stdout?.on('data', listen)
  java.stderr?.on('data', listen)
  const ended = new Promise<void>((done) => {
    java.once('close', () => {
      done()
    })
  })
  const stop = async (): Promise<void> => {
    java.kill('SIGTERM')
    await ended
  }

  const uri = `bolt://127.0.0.1:${options.boltPort.toString()}`
  const deadline = Date.now() + startTimeout
  try {
    for (;;) {
      if (java.exitCode !== null || java.signalCode !== null || Date.now() > deadline)
        throw new Error(`Neo4j does not start: ${reasonIn(options.folder, said)}`)
      if (await answersAt(options.boltPort)) break
      await sleep(100)
    }
    if (isNew) {
      await setPassword(uri, password)
      writeFileSync(join(options.folder, 'password.set'), '')
    }
    await login(uri, password)
  } catch (error) {
    await stop()
    throw error
  }
  return { uri, username: 'neo4j', password, pid: java.pid ?? 0, ended, stop }
}
