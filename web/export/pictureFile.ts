/** The drawing as a file: SVG, and PNG made from it. */
import { createElement } from 'react'
import { GraphPicture } from './picture/GraphPicture.tsx'
import type { Handout } from './handout.ts'
import { renderApart } from './renderApart.ts'
import { writable } from './xml.ts'

/** Browsers draw on at most this many pixels a side. */
const MOST_PIXELS = 16_384

/** What is wanted needs a drawing, and there is none. */
export class NothingDrawn extends Error {
  override readonly name = 'NothingDrawn'
}

/** The picture as an element of SVG. Throws NothingDrawn before the graph is on screen. */
export function pictureOf({ drawn, title, version, day, words, text }: Handout): Element {
  if (drawn === null) throw new NothingDrawn()
  return renderApart(createElement(GraphPicture, { drawn, title, origin: text.origin(version, day), words }))
}

/** The picture as an SVG document, text as text. Throws NothingDrawn. */
export function svgOf(handout: Handout): string {
  const text = writable(new XMLSerializer().serializeToString(pictureOf(handout)))
  return `<?xml version="1.0" encoding="UTF-8"?>\n${text}\n`
}

function loadImage(address: string): Promise<HTMLImageElement> {
  return new Promise((fulfil, refuse) => {
    const image = new Image()
    image.onload = () => {
      fulfil(image)
    }
    image.onerror = () => {
      refuse(new Error('the browser cannot draw the picture'))
    }
    image.src = address
  })
}

/** A PNG and its size in pixels. */
export interface Png {
  blob: Blob
  width: number
  height: number
}

/**
 * The picture as PNG of this width in pixels, or as near to it as the browser can draw. Throws NothingDrawn, or Error
 * where the browser has no room for it.
 */
export async function pngOf(handout: Handout, wanted: number): Promise<Png> {
  const address = URL.createObjectURL(new Blob([svgOf(handout)], { type: 'image/svg+xml' }))
  try {
    const image = await loadImage(address)
    const ratio = image.naturalHeight / image.naturalWidth
    const width = Math.round(Math.min(wanted, MOST_PIXELS, MOST_PIXELS / ratio))
    const canvas = document.createElement('canvas')
    canvas.width = width
    canvas.height = Math.round(width * ratio)
    const context = canvas.getContext('2d')
    if (context === null) throw new Error('the browser gives no canvas')
    context.drawImage(image, 0, 0, canvas.width, canvas.height)
    const blob = await new Promise<Blob | null>((fulfil) => {
      canvas.toBlob(fulfil, 'image/png')
    })
    if (blob === null) throw new Error('the picture is too large for this browser')
    return { blob, width: canvas.width, height: canvas.height }
  } finally {
    URL.revokeObjectURL(address)
  }
}
