/** npm run evaluate [-- --errors | --keep | --rates]: measures, prints, and writes docs/evaluation.json and docs/evaluation.md. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { newsTextsFolder } from '../server/config.ts'
import { goldFolder } from '../server/evaluate/collections.ts'
import { documentSection } from '../server/evaluate/documentSection.ts'
import { errorLines, ruleLines } from '../server/evaluate/errors.ts'
import { gateOf } from '../server/evaluate/gate.ts'
import { leadSection } from '../server/evaluate/leads.ts'
import { lookUpSection } from '../server/evaluate/lookUps.ts'
import { measureQuestions, questionSection } from '../server/evaluate/questionSection.ts'
import { factsLeftOut, measuredRates } from '../server/evaluate/rates.ts'
import { dataOf, page } from '../server/evaluate/report.ts'
import { measureDocuments } from '../server/evaluate/runs.ts'
import { projectFile } from '../server/project.ts'

const { values } = parseArgs({
  options: {
    /** Lists what was missed and wrongly found in development documents, and how often each rule was right; nothing else. */
    errors: { type: 'boolean', default: false },
    /** Also keeps the development figures as those that npm test lets fall by half a point at most. */
    keep: { type: 'boolean', default: false },
    /** Measures the rules anew and writes how far each is to be trusted: data/lexicon/frames/rates.yaml and trust.yaml; nothing else. */
    rates: { type: 'boolean', default: false },
  },
})

if (values.rates) {
  const { rates, trust } = await measuredRates()
  writeFileSync(projectFile('data', 'lexicon', 'frames', 'rates.yaml'), rates)
  writeFileSync(projectFile('data', 'lexicon', 'trust.yaml'), trust)
  process.exit(0)
}

const runs = await measureDocuments(newsTextsFolder(process.env))
if (values.errors) process.stdout.write(`${[...errorLines(runs), '', ...ruleLines(runs)].join('\n')}\n`)
else {
  const measured = await measureQuestions()
  const sections = [
    documentSection(runs, await factsLeftOut()),
    questionSection(measured),
    lookUpSection(measured.lookUps),
    leadSection(measured.leads),
  ]
  process.stdout.write(page(sections))
  writeFileSync(projectFile('docs', 'evaluation.md'), page(sections))
  writeFileSync(projectFile('docs', 'evaluation.json'), dataOf(sections))
}
if (values.keep)
  writeFileSync(join(goldFolder, 'gate.json'), `${JSON.stringify(gateOf(runs), undefined, 2)}\n`)
