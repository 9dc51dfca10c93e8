/** The GraphQL endpoint: schema, limits, masked errors, a context for each operation. */
import { NoSchemaIntrospectionCustomRule } from 'graphql'
import { createYoga, type Plugin } from 'graphql-yoga'
import type { Logger } from 'pino'
import type { Store } from '../store/store.ts'
import { createContext, type Context } from './context.ts'
import { maskError } from './errors.ts'
import { limitOperations } from './limits.ts'
import type { Live } from './live.ts'
import { createSchema } from './schema.ts'

export interface YogaOptions {
  readonly store: Store
  readonly live: Live
  readonly logger: Logger
  /** Introspection is off in production. */
  readonly production: boolean
}

const hideSchema: Plugin = {
  onValidate: ({ addValidationRule }) => {
    addValidationRule(NoSchemaIntrospectionCustomRule)
  },
}

/** The endpoint, as a fetch function and a listener for node:http. */
export const createEndpoint = ({ store, live, logger, production }: YogaOptions) =>
  createYoga<object, Context>({
    schema: createSchema(),
    graphqlEndpoint: '/graphql',
    graphiql: false,
    landingPage: false,
    batching: false,
    cors: false,
    logging: false,
    context: () => {
      const { catalog, version } = live.current()
      return createContext(store, catalog, version)
    },
    maskedErrors: {
      maskError: (error) => maskError(error, logger),
      isDev: false,
    },
    plugins: [limitOperations(), ...(production ? [hideSchema] : [])],
  })

export type Endpoint = ReturnType<typeof createEndpoint>
