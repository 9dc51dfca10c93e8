/** How often the rules of facts are right (data/lexicon/frames/rates.yaml). */
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'
import { projectFile } from '../../project.ts'

const file = projectFile('data', 'lexicon', 'frames', 'rates.yaml')
const parsed = z.record(z.string(), z.number().gt(0).lt(1)).safeParse(parse(readFileSync(file, 'utf8')))
if (!parsed.success) throw new Error(`${file}: ${z.prettifyError(parsed.error)}`)
const rates = parsed.data

/** What a rule is trusted before it is measured: kept, but to be confirmed by a person. */
const unmeasured = 0.6

/** How often a rule is right, 0..1, as measured. */
export const rateOf = (rule: string): number => rates[rule] ?? unmeasured
