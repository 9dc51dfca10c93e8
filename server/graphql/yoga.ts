/** The GraphQL endpoint: schema, limits, masked errors, a context for each operation. */
import { NoSchemaIntrospectionCustomRule, type DocumentNode, type ExecutionResult } from 'graphql'
import { createYoga, type Plugin } from 'graphql-yoga'
import type { Logger } from 'pino'
import type { NoteQuestion } from '../ask/questionLog.ts'
import { carriesToken } from '../token.ts'
import type { Metrics } from '../metrics/metrics.ts'
import type { Store } from '../store/store.ts'
import { Answers } from './answers/answers.ts'
import { auditMutations } from './audit.ts'
import { createContext, type Context, type Review } from './context.ts'
import { DocumentCache } from './documentCache.ts'
import { codeOf, forbidden, maskError, withoutSuggestions } from './errors.ts'
import { limitOperations } from './limits.ts'
import type { Live } from './live.ts'
import { OperationStore } from './operationStore.ts'
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
  /** Megabytes of answers that are kept; 32 if not given, 0 for none. */
  readonly cacheMegabytes?: number
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
  /** What came of the operation, where it has been run already and only has to be told. */
  readonly result?: ExecutionResult
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

/** Tells what came of an operation on the short way instead of running it again. */
const tellResult: Plugin<Caller & Context> = {
  onExecute: ({ args, setExecuteFn }) => {
    const { result } = args.contextValue
    // As the result of a run, so that its errors are masked and counted like any other's.
    if (result !== undefined) setExecuteFn(() => result)
  },
}

const readOnly: NonNullable<YogaOptions['review']> = {
  adminToken: '',
  decisions: () => [],
  decide: () => Promise.reject(forbidden()),
}

const megabyte = 1024 * 1024

/** What ends with a signal, and may end before. */
const endingWith = (signal: AbortSignal): AbortController => {
  const ending = new AbortController()
  const end = (): void => {
    ending.abort(signal.reason)
  }
  if (signal.aborted) end()
  else signal.addEventListener('abort', end, { once: true })
  return ending
}

/** The endpoint. */
export interface Endpoint {
  /** Answers any request: the long way. */
  fetch(url: string, request?: RequestInit, caller?: Caller): Promise<Response>
  /** Answers most operations that read: the short way. */
  readonly answers: Answers
}

/** Makes the endpoint. */
export const createEndpoint = ({
  store,
  live,
  logger,
  production,
  metrics,
  timeout = longestOperation,
  cacheMegabytes = 32,
  review = readOnly,
  noteQuestion = () => undefined,
}: YogaOptions): Endpoint => {
  const schema = createSchema()
  const contextOf = (ending: AbortController, { client = '', isAdmin = false } = {}): Context =>
    createContext({
      store: new OperationStore(store, ending, timeout),
      lasting: store,
      client,
      ...live.current(),
      noteQuestion,
      review: { ...review, isAdmin },
    })
  const documents = new DocumentCache<DocumentNode>(metrics?.documents)
  const mistakes = new DocumentCache<Error>()
  const yoga = createYoga<Caller, Context>({
    schema,
    graphqlEndpoint: '/graphql',
    graphiql: false,
    landingPage: false,
    batching: false,
    multipart: false,
    cors: false,
    logging: false,
    parserAndValidationCache: { documentCache: documents, errorCache: mistakes },
    context: ({ request, client = '' }) =>
      contextOf(endingWith(request.signal), {
        client,
        isAdmin: carriesToken(request.headers.get('authorization'), review.adminToken),
      }),
    maskedErrors: {
      maskError: (error) => maskError(error, logger),
      isDev: false,
    },
    plugins: [
      limitOperations(),
      tellResult,
      auditMutations(logger),
      ...(production ? [hideSchema] : []),
      ...(metrics === undefined ? [] : [countErrors(metrics)]),
    ],
  })
  const answers = new Answers({
    schema,
    live,
    contextOf,
    documents,
    mistakes,
    most: cacheMegabytes * megabyte,
    ...(metrics === undefined ? {} : { looked: metrics.answers }),
  })
  return { fetch: async (url, request = {}, caller = {}) => yoga.fetch(url, request, caller), answers }
}
