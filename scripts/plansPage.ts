/** docs/plans.md, from docs/plans.json: how each statement that reads runs. */
import { format, resolveConfig } from 'prettier'
import { z } from 'zod'
import { projectFile } from '../server/project.ts'
import { planShape, type Plan } from './bench/profile.ts'

const plansShape = z.strictObject({
  embedded: z.array(planShape),
  neo4j: z.array(planShape),
  library: z.array(planShape),
})
/** Of our statements on each store, and of those that the library makes. */
export type Plans = Readonly<Record<keyof z.infer<typeof plansShape>, readonly Plan[]>>

/** Reads docs/plans.json's text. Throws where it holds anything else. */
export const readPlans = (text: string): Plans => plansShape.parse(JSON.parse(text))

const row = (...cells: readonly string[]): string => `| ${cells.join(' | ')} |`

/** Operators in their order; of one that follows itself, how often. */
const chain = (operators: readonly string[]): string => {
  const runs: { name: string; count: number }[] = []
  for (const name of operators) {
    const last = runs.at(-1)
    if (last?.name === name) last.count++
    else runs.push({ name, count: 1 })
  }
  return runs.map(({ name, count }) => (count === 1 ? name : `${name} ×${count.toString()}`)).join(' → ')
}

const number = (value: number | null): string => (value === null ? '–' : value.toLocaleString('en'))

const ours = ({ embedded, neo4j }: Plans): string =>
  [
    row('statement', 'store', 'operators', 'rows', 'database hits'),
    row('---', '---', '---', '---:', '---:'),
    ...neo4j.flatMap((plan) => {
      const other = embedded.find(({ name }) => name === plan.name)
      const line = (store: string, { name, operators, rows, hits }: Plan): string =>
        row(name.replace('read/', ''), store, chain(operators), number(rows), number(hits))
      return [line('neo4j', plan), ...(other === undefined ? [] : [line('embedded', other)])]
    }),
  ].join('\n')

const library = ({ name, text = '', operators, rows, hits }: Plan): string => `### ${name}

${number(rows)} row, ${number(hits)} database hits, ${operators.length.toString()} operators: ${chain(operators)}

\`\`\`cypher
${text.trim()}
\`\`\``

const sum = (plans: readonly Plan[], names: readonly string[]): number =>
  plans.filter(({ name }) => names.includes(name)).reduce((total, { hits }) => total + (hits ?? 0), 0)

/** The page docs/plans.md. */
export const plansPage = async (plans: Plans): Promise<string> => {
  const text = `# Plans

How the statements that read run, by PROFILE, on a made industry of 10⁵ relationships (\`scripts/bench/industry.ts\`): each as
the operations of \`scripts/bench/plans.ts\` ask it, the call that gives most rows. Made by \`npm run bench -- library\`, which
needs Java and keeps what it found in \`docs/plans.json\`; \`npm run docs\` writes the page anew from there.

Neo4j counts database hits. The embedded store has EXPLAIN and PROFILE too, which tell operators and rows, but no hits; what
it starts from is shown as NodeSeek (an index) or Scan. Operators stand in the order in which they begin to give rows.
\`tests/plans.test.ts\` holds every statement to an index but those that ask for all of a kind.

## Ours

${ours(plans)}

## Those of @neo4j/graphql

One statement an operation, however deep. For two hops with evidence ours are suppliesIn, once a hop, and evidence, whose
busiest calls take ${number(sum(plans.neo4j, ['read/suppliesIn', 'read/evidence']))} database hits together.

${plans.library.map(library).join('\n\n')}
`
  return format(text, { ...(await resolveConfig(projectFile('docs', 'plans.md'))), parser: 'markdown' })
}
