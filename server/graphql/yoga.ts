/** The GraphQL endpoint: schema, limits, masked errors, a context for each operation. */
import { createHash, timingSafeEqual } from 'node:crypto'
import { NoSchemaIntrospectionCustomRule } from 'graphql'
import { createYoga, type Plugin } from 'graphql-yoga'
import type { Logger } from 'pino'
import type { Store } from '../store/store.ts'
import { createContext, type Context, type Review } from './context.ts'
import { forbidden, maskError } from './errors.ts'
import { limitOperations } from './limits.ts'
import type { Live } from './live.ts'
import { createSchema } from './schema.ts'

export interface YogaOptions {
  readonly store: Store
  readonly live: Live
  readonly logger: Logger
  /** Introspection is off in production. */
  readonly production: boolean
  /** Without it nothing can be changed. */
  readonly review?: Omit<Review, 'isAdmin'> & {
    /** What mutations must carry; '' turns them off. */
    readonly adminToken: string
  }
}

/** Whether a request carries the token, compared in constant time; never where there is none. */
const carries = (request: Request, token: string): boolean => {
  const given = /^Bearer (.+)$/.exec(request.headers.get('authorization') ?? '')?.[1] ?? ''
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
  return token !== '' && timingSafeEqual(digest(given), digest(token))
}

const hideSchema: Plugin = {
  onValidate: ({ addValidationRule }) => {
    addValidationRule(NoSchemaIntrospectionCustomRule)
  },
}

const readOnly: NonNullable<YogaOptions['review']> = {
  adminToken: '',
  decisions: () => [],
  decide: () => Promise.reject(forbidden()),
}

/** The endpoint, as a fetch function and a listener for node:http. */
export const createEndpoint = ({ store, live, logger, production, review = readOnly }: YogaOptions) =>
  createYoga<object, Context>({
    schema: createSchema(),
    graphqlEndpoint: '/graphql',
    graphiql: false,
    landingPage: false,
    batching: false,
    cors: false,
    logging: false,
    context: ({ request }) =>
      createContext({
        store,
        ...live.current(),
        review: { ...review, isAdmin: carries(request, review.adminToken) },
      }),
    maskedErrors: {
      maskError: (error) => maskError(error, logger),
      isDev: false,
    },
    plugins: [limitOperations(), ...(production ? [hideSchema] : [])],
  })

export type Endpoint = ReturnType<typeof createEndpoint>
