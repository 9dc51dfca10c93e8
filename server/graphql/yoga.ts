/** The GraphQL endpoint: schema, limits, masked errors, a context for each operation. */
import { NoSchemaIntrospectionCustomRule } from 'graphql'
import { createYoga, type Plugin } from 'graphql-yoga'
import type { Logger } from 'pino'
import type { NoteQuestion } from '../ask/questionLog.ts'
import { carriesToken } from '../token.ts'
import type { Metrics } from '../metrics/metrics.ts'
import type { Store } from '../store/store.ts'
import { auditMutations } from './audit.ts'
import { createContext, type Context, type Review } from './context.ts'
import { DocumentCache } from './documentCache.ts'
import { codeOf, forbidden, maskError, withoutSuggestions } from './errors.ts'
import { limitOperations } from './limits.ts'
import type { Live } from './live.ts'
import { operationStore } from './operationStore.ts'
import { createSchema } from './schema.ts'

/** Milliseconds that the reads of one operation may take together. */
const longestOperation = 30_000

export interface YogaOptions {
  readonly store: Store
  readonly live: Live
  readonly logger: Logger
  /** Introspection, and suggestions of names in errors, are off in production. */
  readonly production: boolean
  /** Where errors and the use of the cache of parsed operations are counted. */
  readonly metrics?: Metrics
  /** Milliseconds that the reads of one operation may take together; 30 s if not given. */
  readonly timeout?: number
  /** Told of each question that could not be read; nobody is if not given. */
  readonly noteQuestion?: NoteQuestion
  /** Without it nothing can be changed. */
  readonly review?: Omit<Review, 'isAdmin'> & {
    /** What mutations must carry; '' turns them off. */
    readonly adminToken: string
  }
}

/** What the HTTP server knows of a request beside the request itself. */
export interface Caller {
  /** The address it came from. */
  readonly client?: string
}

const hideSchema: Plugin = {
  onValidate: ({ addValidationRule }) => {
    addValidationRule(NoSchemaIntrospectionCustomRule)
  },
  onResultProcess: (payload) => {
    const { result } = payload
    if ('errors' in result && result.errors.length > 0)
      payload.setResult({ ...result, errors: result.errors.map(withoutSuggestions) })
  },
}

const countErrors = ({ errors }: Metrics): Plugin => ({
  onResultProcess: ({ result }) => {
    if ('errors' in result) for (const error of result.errors) errors.add({ code: codeOf(error) })
  },
})

const readOnly: NonNullable<YogaOptions['review']> = {
  adminToken: '',
  decisions: () => [],
  decide: () => Promise.reject(forbidden()),
}

/** The endpoint, as a fetch function. */
export const createEndpoint = ({
  store,
  live,
  logger,
  production,
  metrics,
  timeout = longestOperation,
  review = readOnly,
  noteQuestion = () => undefined,
}: YogaOptions) =>
  createYoga<Caller, Context>({
    schema: createSchema(),
    graphqlEndpoint: '/graphql',
    graphiql: false,
    landingPage: false,
    batching: false,
    multipart: false,
    cors: false,
    logging: false,
    parserAndValidationCache: {
      documentCache: new DocumentCache(metrics?.documents),
      errorCache: new DocumentCache(),
    },
    context: ({ request, client }) =>
      createContext({
        store: operationStore(store, request.signal, timeout),
        lasting: store,
        client: client ?? '',
        ...live.current(),
        noteQuestion,
        review: { ...review, isAdmin: carriesToken(request.headers.get('authorization'), review.adminToken) },
      }),
    maskedErrors: {
      maskError: (error) => maskError(error, logger),
      isDev: false,
    },
    plugins: [
      limitOperations(),
      auditMutations(logger),
      ...(production ? [hideSchema] : []),
      ...(metrics === undefined ? [] : [countErrors(metrics)]),
    ],
  })

export type Endpoint = ReturnType<typeof createEndpoint>
