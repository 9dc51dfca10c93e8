/** Investment projects, factories and bases: a head behind a company, a product or a place. */
import type { Scene } from '../scene.ts'
import { heads } from '../words.ts'
import { propose, type Candidate } from './candidate.ts'
import { headedNames, withoutFullName } from './heads.ts'

/** The shortest name of a project, with its head. */
const shortestProject = 4

const find = headedNames({
  ...heads.Project,
  anchors: ['Region', 'Company', 'Product', 'Park', 'Institution', 'Cluster'],
  joins: ['和', '及', '与'],
  mayCross: false,
  needsName: true,
})

/** Proposes projects by their heads, with the phase behind them. */
export const projects = (scene: Scene, anchors: readonly Candidate[]): readonly Candidate[] =>
  find(scene, anchors).flatMap(({ start, end, head }) => {
    const phase = heads.Project.suffixes
      .filter((suffix) => scene.text.startsWith(suffix, end))
      .sort((left, right) => right.length - left.length)[0]
    const own = withoutFullName(scene, start, head, anchors)
    if (end - own < shortestProject) return []
    return [propose('project-head', 'Project', { start: own, end: end + (phase?.length ?? 0) })]
  })
