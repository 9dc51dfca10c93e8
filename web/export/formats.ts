/** What can be made of a handout: each format with its ending, and how it is made. Big libraries come when asked for. */
import { csvOf } from './csv.ts'
import type { Handout } from './handout.ts'
import { graphmlOf, jsonOf } from './pictureData.ts'

export const FORMATS = ['png', 'svg', 'csv', 'json', 'graphml', 'word', 'html'] as const
export type Format = (typeof FORMATS)[number]

export interface FormatOptions {
  /** Of a PNG, in pixels. */
  width: number
}

interface Recipe {
  ending: string
  /** Whether it can't be made without a drawing. */
  needsDrawing: boolean
  make: (handout: Handout, options: FormatOptions) => Promise<Blob>
}

function textFile(text: string, type: string): Promise<Blob> {
  return Promise.resolve(new Blob([text], { type: `${type};charset=utf-8` }))
}

export const RECIPES: Record<Format, Recipe> = {
  png: {
    ending: 'png',
    needsDrawing: true,
    make: async (handout, { width }) => {
      const { pngOf } = await import('./pictureFile.ts')
      return (await pngOf(handout, width)).blob
    },
  },
  svg: {
    ending: 'svg',
    needsDrawing: true,
    make: async (handout) => {
      const { svgOf } = await import('./pictureFile.ts')
      return textFile(svgOf(handout), 'image/svg+xml')
    },
  },
  csv: { ending: 'csv', needsDrawing: false, make: (handout) => textFile(csvOf(handout), 'text/csv') },
  json: {
    ending: 'json',
    needsDrawing: false,
    make: (handout) => textFile(jsonOf(handout), 'application/json'),
  },
  graphml: {
    ending: 'graphml',
    needsDrawing: false,
    make: (handout) => textFile(graphmlOf(handout), 'application/xml'),
  },
  word: {
    ending: 'docx',
    needsDrawing: false,
    make: async (handout) => {
      const { wordOf } = await import('./word.ts')
      return wordOf(handout)
    },
  },
  html: {
    ending: 'html',
    needsDrawing: false,
    make: async (handout) => {
      const { dossierOf } = await import('./dossier.ts')
      return textFile(dossierOf(handout), 'text/html')
    },
  },
}
