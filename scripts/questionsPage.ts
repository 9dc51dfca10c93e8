/** docs/questions.md: twenty questions with the answers that the engine gives to them. */
import { format, resolveConfig } from 'prettier'
import { ask } from '../server/ask/ask.ts'
import type { Answer } from '../server/ask/answer.ts'
import { today, type Graph } from '../server/evaluate/answers.ts'
import { projectFile } from '../server/project.ts'
import { evidenceOf } from '../server/read/evidence.ts'

/** Of each kind of answer and of question some, as people type them. */
const questions = [
  '哪些企业为理想汽车供货？',
  '理想 HUD 供应商',
  '星宇给理想供什么产品',
  '给比亚迪供货但不给理想的企业有几家',
  '特斯拉的电池是宁德时代供的吗',
  '蜂巢能源计划给谁供货',
  '2022年理想就有哪些供应商了',
  '位于武高新并且属于集成电路产业的企业',
  '理想汽车的供应商都在哪些园区？',
  '武进支持机器人产业的政策有哪些',
  '客户最多的企业是哪家',
  '宁德时代和三安光电什么关系',
  '武进2023年工业开票销售同比增长多少',
  '西太湖有哪些在建项目',
  '寧德時代供貨給誰',
  'Which companies supply both Li Auto and NIO?',
  '给理想供货又在武进的有谁',
  '比亚迪是不是理想的供应商',
  '高新区有哪些企业',
  '理想汽车明年会换哪家的电池',
]

/** How much of an answer is shown. */
const shown = 3

const list = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : [`${title}\n\n${lines.map((line) => `- ${line}`).join('\n')}`]

const sources = async ({ store }: Graph, { relationships, metrics }: Answer): Promise<readonly string[]> => {
  const evidence = await evidenceOf(
    store,
    [...relationships, ...metrics].slice(0, shown).map(({ id }) => id),
  )
  return evidence.flatMap(([first]) =>
    first === undefined ? [] : [`${first.document.title}${first.since === null ? '' : `，${first.since}`}`],
  )
}

const part = async (graph: Graph, text: string): Promise<string> => {
  const answer = await ask({ ...graph, text, today })
  const read = answer.interpretation
  const names = read?.entities.map((one) => `${one.text} = ${one.entity.name}`) ?? []
  return [
    `## ${text}`,
    `**${answer.kind}**${read === null ? '' : ` · ${[read.intent, ...names, ...read.filters].join(' · ')}`}`,
    `> ${answer.text}`,
    ...list(
      'Leads, the first three with their reasons:',
      answer.leads.slice(0, shown).map(({ entity, reason }) => `${entity.name}：${reason}`),
    ),
    ...list('Stated in, of the first three facts:', [...new Set(await sources(graph, answer))]),
    ...list('Can be asked instead:', answer.suggestions),
  ].join('\n\n')
}

/** The page, asked of a graph of the tables that ship. */
export const questionsPage = async (graph: Graph): Promise<string> => {
  const parts: string[] = []
  for (const question of questions) parts.push(await part(graph, question))
  const text = [
    '# Questions and answers',
    `Twenty questions of all kinds, typed as people type them, with the answers of the engine over the tables that ship. Made by \`npm run docs\`; the day of the questions is ${today}. How many of a larger set it answers, and how many of those rightly: [evaluation.md](evaluation.md).`,
    ...parts,
  ].join('\n\n')
  return format(text, { ...(await resolveConfig(projectFile('docs', 'questions.md'))), parser: 'markdown' })
}
