/** Parks and zones by their heads. */
import type { Scene } from '../scene.ts'
import type { Span } from '../span.ts'
import { heads } from '../words.ts'
import { propose, type Candidate } from './candidate.ts'
import { headedNames, withoutFullName } from './heads.ts'

/** A place by its full name is no part of a park's name: 永川区 + 凤凰湖产业园. */
const fullPlace = /(?:区|县|镇|乡|街道|省)$/u

const isPartOfName = (scene: Scene, { label, start, end }: Candidate): boolean =>
  label !== 'Region' || !fullPlace.test(scene.text.slice(start, end))

const find = headedNames({
  ...heads.Park,
  anchors: ['Region', 'Park', 'Company'],
  wallsOf: (scene, found) =>
    found.filter((candidate) => !isPartOfName(scene, candidate)).map(({ end }) => end),
  joins: ['及', '与'],
  mayCross: false,
  acceptsVerbs: false,
  needsName: false,
})

/** A part (片区) is a park's only behind the whole: 河南自贸区郑州片区, not 滨湖片区. */
const isWholePark = (scene: Scene, { start, end }: Span): boolean =>
  !scene.text.startsWith('片区', end - 2) || scene.text.slice(start, end - 2).includes('区')

/** Proposes parks by their heads. */
export const parks = (scene: Scene, anchors: readonly Candidate[]): readonly Candidate[] =>
  find(scene, anchors)
    .filter((span) => isWholePark(scene, span))
    .map(({ start, end, head }) =>
      propose('park-head', 'Park', { start: withoutFullName(scene, start, head, anchors), end }),
    )
