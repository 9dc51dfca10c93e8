/** What the bench measured, kept as docs/bench.json and shown as docs/bench.md. */
import { format, resolveConfig } from 'prettier'
import { z } from 'zod'
import { projectFile } from '../../server/project.ts'
import { figureShape, targetText, valueText, type Figure } from './figure.ts'
import type { Section } from './section.ts'

const benchShape = z.record(
  z.string(),
  z.strictObject({ machine: z.string(), figures: z.array(figureShape) }),
)
/** By the names of sections: where each was measured last, and its figures. */
export type Bench = z.infer<typeof benchShape>

/** Reads docs/bench.json's text. Throws where it holds anything else. */
export const readBench = (text: string): Bench => benchShape.parse(JSON.parse(text))

const row = (figure: Figure): string =>
  `| ${figure.what} | ${figure.store ?? '–'} | ${valueText(figure)} | ${figure.of ?? ''} | ${targetText(figure)} |`

/** The page docs/bench.md: the sections in their order, those that were never measured left out. */
export const benchPage = async (sections: readonly Section[], bench: Bench): Promise<string> => {
  const parts = sections.flatMap(({ name, title, about }) => {
    const measured = bench[name]
    if (measured === undefined) return []
    return [
      `## ${title}

\`npm run bench -- ${name}\`, on ${measured.machine}. ${about}

| what | store | measured | of | target |
| --- | --- | --- | --- | --- |
${measured.figures.map(row).join('\n')}
`,
    ]
  })
  const page = `# Figures

Made by \`npm run bench\`, all sections or those it names. Ratios are medians of several rounds in one run, the two sides taking turns.

${parts.join('\n')}`
  return format(page, { ...(await resolveConfig(projectFile('docs', 'bench.md'))), parser: 'markdown' })
}
