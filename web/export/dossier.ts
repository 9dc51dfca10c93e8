/**
 * The offline dossier: one HTML file that opens from a disk and asks nobody for anything. Its own policy forbids whatever
 * is not written below, so that nothing in the data can run or load.
 */
import { createElement } from 'react'
import { Dossier } from './Dossier.tsx'
import style from './dossier.css?raw'
import script from './dossierScript.js?raw'
import type { Handout } from './handout.ts'
import { pictureOf } from './pictureFile.ts'
import { renderApart } from './renderApart.ts'
import { xmlText } from './xml.ts'

/** The SHA-256 of dossierScript.js, the one script that may run; tests/handingOn.test.ts says what it must be. */
const SCRIPT_DIGEST = 'sha256-Ba5mSQp+ppeF2AoB77NhOJHkbj+B78baMqj7ELK9o8I='

const POLICY = `default-src 'none'; style-src 'unsafe-inline'; script-src '${SCRIPT_DIGEST}'; base-uri 'none'; form-action 'none'`

/** The dossier as one HTML document; without a picture where nothing is drawn. */
export function dossierOf(handout: Handout): string {
  const body = renderApart(createElement(Dossier, { handout }))
  if (handout.drawn !== null) body.querySelector('.picture')?.append(pictureOf(handout))
  const { language } = handout.words
  return `<!doctype html>
<html lang="${language === 'en' ? 'en' : 'zh-CN'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${xmlText(handout.title)}</title>
<style>${style}</style>
</head>
<body>
${body.outerHTML}
<script>${script}</script>
</body>
</html>
`
}
