/**
 * The short way to an answer: an operation that reads is compiled once, run without Yoga around it, and its answer kept
 * as bytes until the data changes. Whatever is unusual or goes wrong takes the long way, which says so.
 */
import { hash, randomBytes, randomUUID } from 'node:crypto'
import { validate, type DocumentNode, type GraphQLSchema } from 'graphql'
import type { Counter } from '../../metrics/exposition.ts'
import { compile, type Compiled, type Outcome } from '../compiled/compile.ts'
import type { Values } from '../compiled/run.ts'
import type { Context } from '../context.ts'
import { Cost } from '../cost.ts'
import { DocumentCache } from '../documentCache.ts'
import { limits, parseBounded } from '../limits.ts'
import type { Live } from '../live.ts'
import { AnswerCache } from './answerCache.ts'
import { SharedWork, type Waiter } from './shared.ts'

/** An operation as a client sends it. */
export interface Asked {
  readonly query: string
  readonly operationName: string | null
  readonly variables: Values
}

/** Fields whose answers depend on more than the data: on the day, and on what people decided meanwhile. */
const unkept = new Set(['ask', 'decisions'])

/** Tells the tags of this process from those of an earlier one, whose code may have answered differently. */
const own = randomBytes(16).toString('base64url')

export interface AnswersOptions {
  readonly schema: GraphQLSchema
  readonly live: Live
  /** What an operation works with; its reads end with it, and it with them where they take too long. */
  readonly contextOf: (ending: AbortController) => Context
  /** Parsed operations, and what the long way found wrong with those that can't be parsed. */
  readonly documents: DocumentCache<DocumentNode>
  readonly mistakes: DocumentCache<Error>
  /** Bytes of answers that are kept. */
  readonly most: number
  /** Where the use of the cache is counted. */
  readonly looked?: Counter
}

/** An operation on the short way, with its variables. */
export interface Prepared {
  /** Changes with the data and the operation; null where the answer depends on more than that. */
  readonly tag: string | null
  /** The answer, where it is kept. */
  known(): Buffer | undefined
  /** What comes of the same operation where it is under way; undefined where it is not. */
  join(waiter: Waiter): Promise<Outcome> | undefined
  /** Runs it; given up once the waiter has left and nobody else waits for the same. */
  run(waiter: Waiter): Promise<Outcome>
}

/** What is known of an operation before it is asked with variables. */
interface Ready {
  readonly compiled: Compiled
  readonly cost: Cost
  /** Whether its answer stays the same as long as the data does. */
  readonly isKept: boolean
}

type ByName = Map<string | null, Ready | null>

const keepsStill = (compiled: Compiled): boolean => !compiled.rootFields.some((name) => unkept.has(name))

export class Answers {
  private readonly compiled = new WeakMap<DocumentNode, ByName>()
  private readonly cache: AnswerCache
  private readonly shared = new SharedWork<Outcome>()

  constructor(private readonly options: AnswersOptions) {
    this.cache = new AnswerCache(options.most)
  }

  /** The bytes of answers held now. */
  get size(): number {
    return this.cache.size
  }

  /** The operation made ready; undefined where it has to go the long way. */
  prepare(asked: Asked): Prepared | undefined {
    const document = this.documentOf(asked.query)
    const ready = document && this.ready(document, asked.operationName)
    const variables = ready?.compiled.variables(asked.variables)
    if (!ready || !variables || ready.cost.with(variables) > limits.cost) return undefined
    const { edition } = this.options.live.current()
    const key = ready.isKept ? keyOf(edition, asked) : null
    return {
      tag: key === null ? null : `"${key}"`,
      known: () => (key === null ? undefined : this.lookUp(edition, key)),
      join: (waiter) => (key === null ? undefined : this.shared.join(key, waiter)),
      run: (waiter) =>
        // Nobody can join what has no key.
        this.shared.run(key ?? randomUUID(), waiter, (ending) =>
          this.run(ready.compiled, variables, { edition, key }, ending),
        ),
    }
  }

  private documentOf(text: string): DocumentNode | undefined {
    const { documents, mistakes } = this.options
    const known = documents.get(text)
    if (known !== undefined || mistakes.get(text) !== undefined) return known
    try {
      const document = parseBounded(text)
      documents.set(text, document)
      return document
    } catch {
      // The long way finds it again, marks it for HTTP and remembers it.
      return undefined
    }
  }

  /** Null where the document is not valid, or its operation not compiled. */
  private ready(document: DocumentNode, operationName: string | null): Ready | null {
    const byName: ByName = this.compiled.get(document) ?? new Map<string | null, Ready | null>()
    const known = byName.get(operationName)
    if (known !== undefined) return known
    const { schema } = this.options
    const compiled = validate(schema, document).length === 0 ? compile(schema, document, operationName) : null
    const ready = compiled && {
      compiled,
      cost: new Cost({ schema, document, operationName }),
      isKept: keepsStill(compiled),
    }
    // A name that no operation has is not kept: there are too many of them.
    if (ready !== null || byName.size === 0) byName.set(operationName, ready)
    this.compiled.set(document, byName)
    return ready
  }

  private lookUp(edition: string, key: string): Buffer | undefined {
    const found = this.cache.get(edition, key)
    this.options.looked?.add({ result: found === undefined ? 'miss' : 'hit' })
    return found
  }

  private async run(
    compiled: Compiled,
    variables: Values,
    { edition, key }: { readonly edition: string; readonly key: string | null },
    ending: AbortController,
  ): Promise<Outcome> {
    const outcome = await compiled.run(this.options.contextOf(ending), variables)
    // Of a later edition some of it may be, but not all.
    if ('body' in outcome && key !== null && edition === this.options.live.current().edition)
      this.cache.set(edition, key, outcome.body)
    return outcome
  }
}

const keyOf = (edition: string, { query, operationName, variables }: Asked): string =>
  hash('sha256', JSON.stringify([own, edition, query, operationName, variables]), 'base64url')
