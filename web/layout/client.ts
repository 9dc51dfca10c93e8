import type { Position, LayoutTask } from './task.ts'
import type { NumberedTask } from './worker.ts'

interface NumberedAnswer {
  number: number
  positions: Map<string, Position>
}

// One worker for the life of the page, started with the first layout.
let worker: Worker | undefined
let count = 0

/** Lays out tiers beside the main thread, so that the page stays responsive. */
export function requestLayout(task: LayoutTask): Promise<Map<string, Position>> {
  worker ??= new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
  const running = worker
  const number = ++count
  return new Promise((resolve, reject) => {
    const stop = new AbortController()
    const { signal } = stop
    const listen = ({ data }: MessageEvent<NumberedAnswer>): void => {
      if (data.number !== number) return
      stop.abort()
      resolve(data.positions)
    }
    const fail = (event: ErrorEvent): void => {
      stop.abort()
      reject(new Error(event.message))
    }
    running.addEventListener('message', listen, { signal })
    running.addEventListener('error', fail, { signal })
    const message: NumberedTask = { number, task }
    running.postMessage(message)
  })
}
