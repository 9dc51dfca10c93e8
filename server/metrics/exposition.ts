/** Figures in the text format of Prometheus (version 0.0.4): counters, histograms, and numbers read when asked. */

export type Labels = Readonly<Record<string, string>>

/** Label values with a meaning in the format. */
const escaped: Readonly<Record<string, string>> = { '\\': '\\\\', '"': '\\"', '\n': '\\n' }

const sample = (name: string, labels: Labels, value: number): string => {
  const inside = Object.entries(labels)
    .map(([label, text]) => `${label}="${text.replace(/[\\"\n]/g, (mark) => escaped[mark] ?? mark)}"`)
    .join(',')
  return `${name}${inside === '' ? '' : `{${inside}}`} ${value.toString()}`
}

const header = (name: string, help: string, type: string): string[] => [
  `# HELP ${name} ${help}`,
  `# TYPE ${name} ${type}`,
]

const keyOf = (labels: Labels): string => JSON.stringify(Object.values(labels))

export interface Metric {
  readonly name: string
  /** The lines of the metric. */
  lines(): readonly string[]
}

/** A number that only grows, for each combination of labels. */
export class Counter implements Metric {
  private readonly values = new Map<string, { readonly labels: Labels; value: number }>()

  constructor(
    readonly name: string,
    private readonly help: string,
  ) {}

  add(labels: Labels, by = 1): void {
    const key = keyOf(labels)
    const known = this.values.get(key)
    if (known === undefined) this.values.set(key, { labels, value: by })
    else known.value += by
  }

  lines(): readonly string[] {
    const samples = [...this.values.values()].map(({ labels, value }) => sample(this.name, labels, value))
    return [...header(this.name, this.help, 'counter'), ...samples]
  }
}

/** A number that is read when somebody asks; of type counter where it only grows. */
export class Reading implements Metric {
  constructor(
    readonly name: string,
    private readonly help: string,
    private readonly read: () => number,
    private readonly type: 'gauge' | 'counter' = 'gauge',
  ) {}

  lines(): readonly string[] {
    return [...header(this.name, this.help, this.type), sample(this.name, {}, this.read())]
  }
}

/** Upper bounds in seconds. */
const buckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30]

interface Observed {
  readonly labels: Labels
  readonly counts: number[]
  count: number
  sum: number
}

/** How long something took, in seconds, for each combination of labels. */
export class Histogram implements Metric {
  private readonly observed = new Map<string, Observed>()

  constructor(
    readonly name: string,
    private readonly help: string,
  ) {}

  observe(labels: Labels, seconds: number): void {
    const key = keyOf(labels)
    const known = this.observed.get(key) ?? { labels, counts: buckets.map(() => 0), count: 0, sum: 0 }
    this.observed.set(key, known)
    known.count++
    known.sum += seconds
    const at = buckets.findIndex((bound) => seconds <= bound)
    if (at >= 0) known.counts[at] = (known.counts[at] ?? 0) + 1
  }

  lines(): readonly string[] {
    const samples = [...this.observed.values()].flatMap(({ labels, counts, count, sum }) => {
      let below = 0
      return [
        ...buckets.map((bound, at) => {
          below += counts[at] ?? 0
          return sample(`${this.name}_bucket`, { ...labels, le: bound.toString() }, below)
        }),
        sample(`${this.name}_bucket`, { ...labels, le: '+Inf' }, count),
        sample(`${this.name}_sum`, labels, sum),
        sample(`${this.name}_count`, labels, count),
      ]
    })
    return [...header(this.name, this.help, 'histogram'), ...samples]
  }
}

/** The media type of `textOf`. */
export const expositionType = 'text/plain; version=0.0.4; charset=utf-8'

/** All metrics as one text. */
export const textOf = (metrics: readonly Metric[]): string =>
  `${metrics.flatMap((metric) => metric.lines()).join('\n')}\n`
