/** How a request for /graphql is replied to: on the short way where it can be, else on the long one. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { ExecutionResult } from 'graphql'
import type { Prepared } from '../graphql/answers/answers.ts'
import type { Waiter } from '../graphql/answers/shared.ts'
import type { Outcome } from '../graphql/compiled/compile.ts'
import type { Endpoint } from '../graphql/yoga.ts'
import { answerType, askedOf } from './asked.ts'

export interface Reply {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  /** Null where there is none. */
  readonly body: Buffer | null
}

const headersOf = ({ headers }: IncomingMessage): Headers => {
  const given = new Headers()
  for (const [name, value] of Object.entries(headers))
    if (value !== undefined) given.set(name, Array.isArray(value) ? value.join(', ') : value)
  return given
}

/** The client of a request, who leaves when the connection closes before the answer was sent. */
class Client implements Waiter {
  hasLeft = false
  private leave: (() => void) | undefined

  constructor(response: ServerResponse) {
    response.once('close', () => {
      if (response.writableEnded) return
      this.hasLeft = true
      this.leave?.()
    })
  }

  onLeaving(leave: () => void): void {
    this.leave = leave
  }
}

/** Whether a header names the tag, which a proxy may have marked as weak. */
const namesTag = (header: string | undefined, tag: string): boolean =>
  (header ?? '').split(',').some((part) => [tag, `W/${tag}`].includes(part.trim()))

/** One request for /graphql, its body read. */
export class Exchange {
  private readonly type: string | undefined
  private readonly prepared: Prepared | undefined
  private readonly client: Client

  constructor(
    private readonly endpoint: Endpoint,
    private readonly request: IncomingMessage,
    response: ServerResponse,
    private readonly body: string | null,
  ) {
    this.type = answerType(request.headers.accept)
    const asked = this.type === undefined ? undefined : askedOf(request, body)
    this.prepared = asked && endpoint.answers.prepare(asked)
    this.client = new Client(response)
  }

  /** The reply that costs nothing: to a client that has the answer, or of what is kept. */
  atOnce(): Reply | undefined {
    if (this.prepared === undefined) return undefined
    const { tag } = this.prepared
    if (tag !== null && namesTag(this.request.headers['if-none-match'], tag))
      return { status: 304, headers: this.headers(), body: null }
    const body = this.prepared.known()
    return body && { status: 200, headers: this.headers(), body }
  }

  /** The reply to someone who asks the same meanwhile; undefined where nobody does. */
  shared(): Promise<Reply> | undefined {
    return this.prepared?.join(this.client)?.then((outcome) => this.tell(outcome))
  }

  /** The reply after running the operation. */
  async run(): Promise<Reply> {
    return this.prepared === undefined ? this.long() : this.tell(await this.prepared.run(this.client))
  }

  private tell(outcome: Outcome): Promise<Reply> | Reply {
    return 'body' in outcome
      ? { status: 200, headers: this.headers(), body: outcome.body }
      : this.long(outcome.failed)
  }

  /** Everything that is unusual, changes something, or went wrong. */
  private async long(result?: ExecutionResult): Promise<Reply> {
    const { request, body, client } = this
    const abandoned = new AbortController()
    if (client.hasLeft) abandoned.abort()
    else
      client.onLeaving(() => {
        abandoned.abort()
      })
    const answer = await this.endpoint.fetch(
      new URL(request.url ?? '', 'http://localhost').href,
      {
        method: request.method ?? 'GET',
        headers: headersOf(request),
        ...(body === null ? {} : { body }),
        signal: abandoned.signal,
      },
      { client: request.socket.remoteAddress ?? '', ...(result === undefined ? {} : { result }) },
    )
    return {
      status: answer.status,
      headers: Object.fromEntries(answer.headers),
      body: Buffer.from(await answer.arrayBuffer()),
    }
  }

  private headers(): Readonly<Record<string, string>> {
    const { tag = null } = this.prepared ?? {}
    return {
      'content-type': `${this.type ?? 'application/json'}; charset=utf-8`,
      vary: 'Accept',
      // Kept by whoever asked, and asked for again each time: the data may have changed.
      ...(tag === null ? {} : { etag: tag, 'cache-control': 'private, no-cache' }),
    }
  }
}
