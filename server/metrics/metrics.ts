/** What is measured of a running server. */
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { Counter, Reading, Histogram, textOf } from './exposition.ts'

/** Milliseconds between two looks at the event loop. */
const resolution = 20

/** The metrics of one server. */
export const createMetrics = () => {
  const loop = monitorEventLoopDelay({ resolution })
  loop.enable()
  const requests = new Histogram('liantu_http_request_duration_seconds', 'Requests, by path and status.')
  const errors = new Counter('liantu_graphql_errors_total', 'Errors in answers, by code.')
  const refused = new Counter('liantu_http_refused_total', 'Requests refused before they ran, by code.')
  const statements = new Histogram('liantu_statement_duration_seconds', 'Statements, by file and outcome.')
  const documents = new Counter(
    'liantu_document_cache_total',
    'Parsed operations looked for, by hit or miss.',
  )
  const answers = new Counter('liantu_answer_cache_total', 'Kept answers looked for, by hit or miss.')
  const readings = [
    new Reading('process_resident_memory_bytes', 'Resident memory.', () => process.memoryUsage.rss()),
    new Reading('nodejs_heap_size_used_bytes', 'Heap in use.', () => process.memoryUsage().heapUsed),
    new Reading(
      'process_cpu_seconds_total',
      'Processor time, user and system.',
      () => {
        const { user, system } = process.cpuUsage()
        return (user + system) / 1e6
      },
      'counter',
    ),
    new Reading('nodejs_eventloop_delay_p99_seconds', 'How late the event loop is, since last asked.', () => {
      const seconds = Math.max(0, loop.percentile(99) / 1e9 - resolution / 1e3)
      loop.reset()
      return Number.isFinite(seconds) ? seconds : 0
    }),
  ]
  return {
    requests,
    errors,
    refused,
    statements,
    documents,
    answers,
    /** Adds a figure that is read when somebody asks. */
    watch: (reading: Reading): void => {
      readings.push(reading)
    },
    text: (): string => textOf([requests, errors, refused, statements, documents, answers, ...readings]),
    stop: (): void => {
      loop.disable()
    },
  }
}

export type Metrics = ReturnType<typeof createMetrics>
