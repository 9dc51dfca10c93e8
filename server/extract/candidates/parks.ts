/** Parks and zones by their heads. */
import type { Scene } from '../scene.ts'
import { heads } from '../words.ts'
import { propose, type Candidate } from './candidate.ts'
import { headedNames, withoutFullName } from './heads.ts'

const find = headedNames({
  ...heads.Park,
  anchors: ['Region', 'Park', 'Company'],
  joins: ['及', '与'],
  mayCross: false,
  needsName: false,
})

/** Proposes parks by their heads. */
export const parks = (scene: Scene, anchors: readonly Candidate[]): readonly Candidate[] =>
  find(scene, anchors).map(({ start, end, head }) =>
    propose('park-head', 'Park', { start: withoutFullName(scene, start, head, anchors), end }),
  )
