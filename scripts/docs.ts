/**
 * npm run docs: writes docs/model.md from data/model.yaml, docs/questions.md from the answers over the tables that ship,
 * the figures of docs/scale.md from docs/bench.json, and docs/plans.md from docs/plans.json.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { format, resolveConfig } from 'prettier'
import { overGraph, shippedTables } from '../server/evaluate/answers.ts'
import { labels, model, types } from '../server/model/model.ts'
import { projectFile } from '../server/project.ts'
import { readBench } from './bench/report.ts'
import { plansPage, readPlans } from './plansPage.ts'
import { questionsPage } from './questionsPage.ts'
import { scalePage } from './scalePage.ts'

const row = (...cells: readonly string[]): string => `| ${cells.join(' | ')} |`
const named = (label: keyof typeof model.labels): string => `${label} ${model.labels[label].name}`

/** The page of docs that describes the model. */
export const modelPage = async (): Promise<string> => {
  const text = [
    `# The model, version ${model.version.toString()}`,
    'Made from `data/model.yaml` by `npm run docs`.',
    '## Labels',
    [
      row('label', 'Chinese', 'colour', 'what belongs under it'),
      row('---', '---', '---', '---'),
      ...labels.map((label) =>
        row(label, model.labels[label].name, model.labels[label].color, model.labels[label].description),
      ),
    ].join('\n'),
    '## Relationship types',
    [
      row('type', 'Chinese', 'start', 'end', 'what it states'),
      row('---', '---', '---', '---', '---'),
      ...types.map((type) => {
        const { name, start, end, description } = model.types[type]
        return row(type, name, start.map(named).join('、'), end.map(named).join('、'), description)
      }),
    ].join('\n'),
    ...Object.entries(model.properties).flatMap(([owner, properties]) => [
      `## Properties of ${owner}`,
      [
        row('property', 'kind', 'meaning'),
        row('---', '---', '---'),
        ...Object.entries(properties).map(([name, { kind, description }]) => row(name, kind, description)),
      ].join('\n'),
    ]),
  ].join('\n\n')
  return format(text, { ...(await resolveConfig(projectFile('docs', 'model.md'))), parser: 'markdown' })
}

if (process.argv[1]?.endsWith('docs.ts')) {
  writeFileSync(projectFile('docs', 'model.md'), await modelPage())
  writeFileSync(projectFile('docs', 'questions.md'), await overGraph(shippedTables(), questionsPage))
  const page = projectFile('docs', 'scale.md')
  const bench = readBench(readFileSync(projectFile('docs', 'bench.json'), 'utf8'))
  writeFileSync(page, await scalePage(readFileSync(page, 'utf8'), bench))
  const plans = readPlans(readFileSync(projectFile('docs', 'plans.json'), 'utf8'))
  writeFileSync(projectFile('docs', 'plans.md'), await plansPage(plans))
}
