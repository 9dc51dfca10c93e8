/** Answers that only leads can give: to questions for possibilities, and to those with no stated match. */
import type { Result } from './answer.ts'
import { listNames } from './describe.ts'
import { nounZh } from './describeZh.ts'
import { kindOf } from './kinds.ts'
import { evaluate } from './evaluate.ts'
import { leadsOf } from './leads/leads.ts'
import type { Plan, SetPlan } from './plan.ts'
import type { Asked } from './asked.ts'
import { notStated } from './sentences.ts'

/** The most leads an answer gives. */
const mostLeads = 20

type Possible = Extract<Plan, { kind: 'possible' }>

/** The places that the question names: leads are looked for there too. */
const placesIn = (sets: readonly SetPlan[]): readonly string[] =>
  sets.flatMap((set) =>
    set.kind === 'related' && set.relation === 'companiesIn' && set.of.kind === 'named'
      ? set.of.mention.entities.map(({ id }) => id)
      : [],
  )

/** The companies that all narrowing sets hold; undefined where nothing narrows. */
const amongOf = async (
  asked: Asked,
  narrowed: readonly SetPlan[],
): Promise<ReadonlySet<string> | undefined> => {
  const described = narrowed.filter(({ kind }) => kind !== 'all')
  if (described.length === 0) return undefined
  const found = await evaluate(asked, { kind: 'both', sets: described })
  return new Set(found.keys())
}

const wordsOf = (plan: Possible): string => {
  const relation = plan.role
  const supply: SetPlan = {
    kind: 'related',
    relation,
    of: plan.of,
    limits: plan.product === null ? {} : { product: plan.product },
  }
  return nounZh(plan.narrowed.length === 0 ? supply : { kind: 'both', sets: [supply, ...plan.narrowed] })
}

const findLeads = async (asked: Asked, plan: Possible) => {
  const company = plan.of.kind === 'named' ? plan.of.mention.entities[0] : undefined
  if (company?.label !== 'Company') return []
  const among = await amongOf(asked, plan.narrowed)
  return leadsOf(asked, company.id, {
    role: plan.role,
    first: mostLeads,
    product: plan.product,
    places: placesIn(plan.narrowed),
    ...(among === undefined ? {} : { among }),
  })
}

/** The answer to a question for possibilities: leads with their reasons, or that there are none. */
export const respondPossible = async (asked: Asked, plan: Possible, isAskedFor = true): Promise<Result> => {
  const leads = await findLeads(asked, plan)
  const what = wordsOf(plan)
  const zh = asked.language === 'zh'
  if (leads.length === 0)
    return {
      kind: 'NOT_STATED',
      text: `${notStated(asked.vocabulary, what, asked.language)}${zh ? '，也没有可推断的线索。' : ', and nothing can be inferred.'}`,
    }
  const names = listNames(
    leads.map(({ entity }) => entity.name),
    asked.language,
  )
  const count = `${leads.length.toString()}${kindOf('Company').measure}`
  const start = isAskedFor ? '' : zh ? `没有资料写明${what}；` : 'Nothing states this; '
  const text = zh
    ? `${start}以下只是推断的线索，不是写明的事实：${count}企业可能相合，按把握由大到小为${names}。每条线索附有理由与依据。`
    : `${start}only inferred, not stated: ${leads.length.toString()} companies may fit, the likeliest first: ${names}.`
  return { kind: 'LEADS', text, leads }
}
