/** The figures that must not fall: those of the development documents, with the shipped names known. */
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { Run } from './runs.ts'
import { summarise } from './summary.ts'

const gateShape = z.record(z.string(), z.record(z.string(), z.number()))

/** Figures, 0..1, by collection and name. */
export type Gate = z.infer<typeof gateShape>

/** How far a figure may fall: half a point. */
const tolerance = 0.005

/** Reads the figures that are kept. */
export const readGate = (file: string): Gate => gateShape.parse(JSON.parse(readFileSync(file, 'utf8')))

/** The figures of these runs that a gate keeps, to four decimals. */
export const gateOf = (runs: readonly Run[]): Gate =>
  Object.fromEntries(
    runs
      .filter(({ part, names }) => part === 'development' && names === 'shipped')
      .map(({ collection, scores }) => {
        const { entities, relations, metrics, evidence, resolution } = summarise(scores)
        const figures = {
          'entities strict F1': entities.strict.f1,
          'entities relaxed F1': entities.relaxed.f1,
          'relations F1': relations.endToEnd.f1,
          'relations F1, entities given': relations.given.f1,
          'figures F1': metrics.endToEnd.f1,
          'evidence exact': evidence.exact,
          'resolution B³ F1': resolution.f1,
        }
        return [
          collection,
          Object.fromEntries(
            Object.entries(figures).map(([name, figure]) => [name, Math.round((figure ?? 0) * 1e4) / 1e4]),
          ),
        ]
      }),
  )

/** What has fallen further than half a point, one sentence each. A collection that was not measured is not compared. */
export const fallen = (kept: Gate, measured: Gate): readonly string[] =>
  Object.entries(measured).flatMap(([collection, figures]) =>
    Object.entries(kept[collection] ?? {}).flatMap(([name, figure]) => {
      const now = figures[name] ?? 0
      return now < figure - tolerance
        ? [`${collection}: ${name} fell from ${figure.toString()} to ${now.toString()}`]
        : []
    }),
  )
