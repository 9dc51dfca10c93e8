/** What arrived on the socket, told apart. Both ends are this project's, so only what steers them is looked at. */
import type { Reply, Request } from './frames.ts'

const kindOf = (message: unknown): unknown =>
  message !== null && typeof message === 'object' && 'kind' in message ? message.kind : undefined

const replies: readonly unknown[] = ['hello', 'pong', 'rows', 'failed'] satisfies readonly Reply['kind'][]
const requests: readonly unknown[] = ['run', 'cancel', 'ping'] satisfies readonly Request['kind'][]

export const isReply = (message: unknown): message is Reply => replies.includes(kindOf(message))
export const isRequest = (message: unknown): message is Request => requests.includes(kindOf(message))
