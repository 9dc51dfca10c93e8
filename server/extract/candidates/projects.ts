/** Investment projects, factories and bases: a head behind a company, a product or a place. */
import type { Scene } from '../scene.ts'
import { heads } from '../words.ts'
import { propose, type Candidate } from './candidate.ts'
import { headedNames } from './heads.ts'

/** The shortest name of a project, with its head. */
const shortestProject = 4

const find = headedNames({
  ...heads.Project,
  anchors: ['Region', 'Company', 'Product', 'Park', 'Institution', 'Cluster'],
  joins: ['和', '及', '与'],
  needsName: true,
})

const fullName = /(?:公司|集团|合伙企业)$/u

/** Behind a full legal name the project is a name of its own. */
const withoutFullName = (
  scene: Scene,
  start: number,
  head: number,
  anchors: readonly Candidate[],
): number => {
  const owner = anchors.find(
    (anchor) =>
      anchor.label === 'Company' &&
      anchor.start === start &&
      anchor.end < head &&
      fullName.test(scene.text.slice(anchor.start, anchor.end)),
  )
  return owner?.end ?? start
}

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
