/** Where Chromium is, and how it is started so that it draws the same on every machine. */
import { existsSync } from 'node:fs'

const paths = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** The path of a Chromium: the one of CHROMIUM, else one where systems put it; undefined where there is none. */
export const chromiumPath = (given: string | undefined): string | undefined =>
  given ?? paths.find((path) => existsSync(path))

/** Draws in software, asks nobody for anything, and renders letters the same everywhere. */
export const chromiumArgs: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
  '--disable-lcd-text',
  '--force-color-profile=srgb',
]
