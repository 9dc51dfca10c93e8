/** The server: opens the store, loads the shipped data where it is empty, listens, and stops when asked. */
import { existsSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import type { Logger } from 'pino'
import { openQuestionLog } from './ask/questionLog.ts'
import { secretsOf, type Config } from './config.ts'
import { followStore } from './graphql/live.ts'
import { createEndpoint } from './graphql/yoga.ts'
import { createHttpServer } from './http/server.ts'
import { stoppable } from './http/stop.ts'
import { load } from './load/load.ts'
import { Registry } from './load/registry.ts'
import { BusyError } from './load/reject.ts'
import { createLogger } from './log.ts'
import { measuredStore } from './metrics/measuredStore.ts'
import { createMetrics } from './metrics/metrics.ts'
import { model } from './model/model.ts'
import { projectFile } from './project.ts'
import { graphState } from './read/stats.ts'
import { readDecisions } from './review/decisions.ts'
import { ReviewDesk } from './review/desk.ts'
import { setDamagedAside } from './store/embedded/aside.ts'
import { openStore } from './store/open.ts'
import { setupStore } from './store/setup.ts'
import { StoreError, type Store } from './store/store.ts'

/** How long requests under way may take after the server was asked to stop. */
const stopTimeout = 7_000

export interface Running {
  readonly url: string
  /** Finishes the requests under way and closes the store. */
  stop(): Promise<void>
}

interface Filling {
  readonly store: Store
  readonly config: Config
  readonly logger: Logger
  /** Whether the store's file had to be moved aside. */
  readonly damaged: boolean
}

/** Loads the shipped sources into an empty store; makes the graph anew where its file was damaged, or is of another model. */
const fill = async ({ store, config, logger, damaged }: Filling): Promise<void> => {
  const state = await graphState(store)
  if (damaged && new Registry(config.dataDir).ids().length > 0) {
    const { counts } = await load({ store, dataDir: config.dataDir, paths: [], rebuild: true })
    logger.info(counts, 'made the graph anew from its sources')
  } else if (state === undefined) {
    logger.info('the graph is empty; loading the data that ships')
    const { counts } = await load({ store, dataDir: config.dataDir, paths: [projectFile('data', 'sources')] })
    logger.info(counts, 'loaded')
  } else if (state.modelVersion !== model.version) {
    if (store.kind === 'neo4j')
      throw new StoreError(
        'REFUSED',
        `the graph is of model version ${state.modelVersion.toString()}, this is ${model.version.toString()}; run: npm run load -- --rebuild`,
      )
    logger.info('the graph is of another model; making it anew from its sources')
    await load({ store, dataDir: config.dataDir, paths: [], rebuild: true })
  }
}

/** Starts the server. Throws with one sentence where the store or the port can't be used. */
export const startServer = async (
  config: Config,
  logger: Logger = createLogger(config.logLevel, secretsOf(config)),
): Promise<Running> => {
  const metrics = createMetrics()
  const store = measuredStore(openStore(config), metrics)
  try {
    const say = (sentence: string): void => {
      logger.warn(sentence)
    }
    const damaged = await setDamagedAside(store, config.dataDir, say)
    await setupStore(store)
    await fill({ store, config, logger, damaged })
    const live = await followStore(store, logger)
    const desk = new ReviewDesk({
      dataDir: config.dataDir,
      replay: async () => {
        await load({ store, dataDir: config.dataDir, paths: [] })
        await live.refresh()
      },
      isBusy: (error) => error instanceof BusyError,
    })
    const endpoint = createEndpoint({
      store,
      live,
      logger,
      production: !config.explorable,
      metrics,
      ...(config.questionLog ? { noteQuestion: openQuestionLog(config.dataDir, say) } : {}),
      cacheMegabytes: config.cacheMegabytes,
      review: {
        adminToken: config.adminToken,
        decisions: () => readDecisions(config.dataDir),
        decide: (action, reviewer) => desk.decide(action, reviewer),
      },
    })
    const server = createHttpServer({
      endpoint,
      store,
      isReady: () => live.current().version !== '',
      production: config.production,
      explorable: config.explorable,
      rateLimit: config.rateLimit,
      adminToken: config.adminToken,
      readKeys: config.readKeys,
      metrics,
      logger,
      embedOrigins: config.embedOrigins,
    })
    const stopListening = stoppable(server, stopTimeout)
    const address = await new Promise<AddressInfo>((fulfil, refuse) => {
      server.once('error', refuse)
      server.listen(config.port, config.host, () => {
        const bound = server.address()
        if (bound !== null && typeof bound === 'object') fulfil(bound)
      })
    }).catch((error: unknown) => {
      live.stop()
      throw portError(error, config)
    })
    const url = `http://${config.host}:${address.port.toString()}`
    if (!existsSync(projectFile('build', 'web', 'index.html')))
      logger.warn('the page is not built; run: npm run build')
    logger.info({ store: store.kind }, `链图 is at ${url}, GraphQL at ${url}/graphql`)
    return {
      url,
      stop: async () => {
        live.stop()
        await stopListening()
        await store.close()
      },
    }
  } catch (error) {
    metrics.stop()
    await store.close()
    throw error
  }
}

const portError = (error: unknown, { host, port }: Config): unknown => {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'EADDRINUSE')
    return new RangeError(`port ${port.toString()} on ${host} is in use; set PORT to another`)
  if (typeof code === 'string')
    return new RangeError(`${host}:${port.toString()} can't be listened on (${code}); set HOST and PORT`)
  return error
}
