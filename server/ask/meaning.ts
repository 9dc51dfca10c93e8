/** What the rules mean: each action builds part of a plan from what its slots hold, or refuses it. */
import { countedOf, mostMetric, mostRelated } from './counted.ts'
import type { Label } from '../model/model.ts'
import type { Rule } from './grammar.ts'
import { clusterAt, industrySet } from './industries.ts'
import type { Plan, SetPlan } from './plan.ts'
import {
  both,
  bothOf,
  exceptNamed,
  genitive,
  headed,
  insideAs,
  isBare,
  joined,
  placedIn,
  placedSet,
  related,
  relatedExcept,
  relationFor,
  relatedIn,
  withoutSame,
  withoutSet,
} from './sets.ts'
import {
  headIn,
  labelsOf,
  limitsIn,
  narrowed,
  setIn,
  type Bindings,
  type Head,
  type Value,
} from './values.ts'

const ofSet = (set: SetPlan | null): Value | null => (set === null ? null : { kind: 'set', set })
const ofPlan = (plan: Plan | null): Value | null => (plan === null ? null : { kind: 'plan', plan })

const namedOnly = (set: SetPlan | null): SetPlan | null =>
  set !== null && (set.kind === 'named' || set.kind === 'either') ? set : null

const member = (subject: SetPlan | null, set: SetPlan | null): Plan | null => {
  if (subject?.kind !== 'named' || set === null) return null
  const asked = insideAs(set, labelsOf(subject)) ?? set
  const fitting = narrowed(subject, labelsOf(asked))
  return fitting === null ? null : { kind: 'member', subject: fitting, set: asked }
}

/** What lies in a place as the kinds that are asked for, also where something is taken away. */
const asThings = (set: SetPlan, labels: readonly Label[]): SetPlan =>
  set.kind === 'without'
    ? { ...set, set: asThings(set.set, labels), minus: insideAs(set.minus, labels) ?? set.minus }
    : (insideAs(set, labels) ?? set)

/** A question that lists a set; a bare name lists nothing. */
const listed = (set: SetPlan | null, head: Head | null): Plan | null => {
  if (set === null || isBare(set)) return null
  const kept = headed(asThings(set, head?.labels ?? ['Company']), head)
  return kept === null ? null : { kind: 'list', set: kept }
}

const asSetOrPlan = (rule: Rule, set: SetPlan | null, head: Head | null): Value | null =>
  rule.makes === 'ask' ? ofPlan(listed(set, head)) : ofSet(headed(set, head))

const memberOfPlace = (subject: SetPlan | null, of: SetPlan | null): Value | null => {
  if (subject?.kind !== 'named' || of?.kind !== 'named') return null
  const own = labelsOf(subject)
  const around = labelsOf(of)
  const set = around.includes('Cluster')
    ? related('companiesOf', of, {})
    : around.includes('Company')
      ? related('subsidiaries', of, {})
      : placedIn(of, own)
  return ofPlan(member(subject, set))
}

const says = ({ elements }: Rule, symbol: string): boolean =>
  elements.some((element) => element.kind === 'word' && element.symbol === symbol)

/** 车型 are products of those that a relation leads to. */
const carModel: Head = { labels: ['Product'], part: null }

/**
 * What a relation is asked of: what lies in a place are its companies; 给甲和乙都供货 and 甲和乙合资的公司 mean both at once,
 * and of one alone they mean nothing.
 */
const ofEach = (rule: Rule, of: SetPlan | null): SetPlan | null => {
  if (of === null) return null
  if (says(rule, '都') || (rule.relation === 'investments' && says(rule, '合资')))
    return of.kind === 'either' ? { ...of, join: 'all' } : null
  return insideAs(of, ['Company']) ?? of
}

/** The value that a rule makes of what its slots hold; null where it makes no sense. */
export const apply = (rule: Rule, bindings: Bindings): Value | null => {
  const head = headIn(bindings)
  switch (rule.action) {
    case 'related': {
      if (rule.relation === null) return null
      const relation = relationFor(rule.relation, head)
      const kind = says(rule, '车型') ? carModel : null
      const among = setIn(bindings, 'n')
      const found = headed(related(relation, ofEach(rule, setIn(bindings, 'of')), limitsIn(bindings)), kind)
      const set = among === null ? found : isBare(among) ? null : both(found, among)
      const subject = setIn(bindings, 'subject')
      const other = setIn(bindings, 'x')
      const minus = other === null ? null : related(relation, other, limitsIn(bindings))
      if (set !== null && minus !== null) return ofSet({ kind: 'without', set, minus })
      return subject === null ? asSetOrPlan(rule, set, head) : ofPlan(member(subject, headed(set, head)))
    }
    case 'genitive': {
      const set = genitive(setIn(bindings, 'of'), head)
      const place = setIn(bindings, 'place')
      const within = place === null || set === null ? null : placedIn(place, labelsOf(set))
      return place === null ? asSetOrPlan(rule, set, head) : asSetOrPlan(rule, both(set, within), head)
    }
    case 'headed': {
      const clause = setIn(bindings, 'clause')
      return clause === null || head === null ? null : ofSet(headed(clause, head))
    }
    case 'nominal':
      return ofSet(setIn(bindings, 'clause'))
    case 'both':
      return asSetOrPlan(rule, bothOf(bindings), head)
    case 'placedProduct': {
      const place = setIn(bindings, 'of')
      return place === null
        ? null
        : ofPlan(
            listed(
              both(related('makers', setIn(bindings, 'product'), {}), placedIn(place, ['Company'])),
              null,
            ),
          )
    }
    case 'industry': {
      const value = bindings['industry']
      return value?.kind !== 'industry'
        ? null
        : asSetOrPlan(
            rule,
            industrySet(value.industry, {
              place: setIn(bindings, 'of'),
              head: head ?? { labels: ['Company'], part: null },
              ofCluster: bindings['x'] !== undefined || value.industry.isNamed,
            }),
            null,
          )
    }
    case 'industryAt': {
      const value = bindings['industry']
      const isCluster = bindings['x'] !== undefined
      return value?.kind === 'industry' && (isCluster || value.industry.isNamed)
        ? ofSet(clusterAt(value.industry, setIn(bindings, 'of')))
        : null
    }
    case 'staged':
      return head === null
        ? null
        : ofPlan({
            kind: 'list',
            set: { kind: 'all', labels: head.labels, ...(head.part === null ? {} : { part: head.part }) },
          })
    case 'placed':
      return asSetOrPlan(rule, placedSet(bindings), null)
    case 'relatedIn':
      return asSetOrPlan(rule, relatedIn(rule, bindings), null)
    case 'relatedExcept':
      return asSetOrPlan(rule, relatedExcept(rule, bindings), null)
    case 'issuedFor': {
      const supporting = related('supporting', setIn(bindings, 'of'), {})
      return asSetOrPlan(rule, both(supporting, related('issued', setIn(bindings, 'by'), {})), null)
    }
    case 'supplied': {
      const [one, other] = [setIn(bindings, 'one'), setIn(bindings, 'other')]
      if (one?.kind !== 'named' || other?.kind !== 'named') return null
      const supplier = narrowed(one, ['Company'])
      const customer = narrowed(other, ['Company', 'Product', 'Project'])
      return supplier === null || customer === null
        ? null
        : ofPlan({ kind: 'supplied', supplier, customer, ...limitsIn(bindings) })
    }
    case 'withoutSame':
      return ofSet(withoutSame(bindings))
    case 'except':
      return asSetOrPlan(rule, exceptNamed(bindings), head)
    case 'mostMetric':
      return ofPlan(mostMetric(bindings))
    case 'without':
      return asSetOrPlan(rule, withoutSet(bindings), head)
    case 'joined':
      return ofSet(joined('unsaid', setIn(bindings, 'a'), setIn(bindings, 'b')))
    case 'chosen':
      return ofSet(joined('any', setIn(bindings, 'a'), setIn(bindings, 'b')))
    case 'gathered':
      return ofSet(joined('all', setIn(bindings, 'a'), setIn(bindings, 'b')))
    case 'counted':
      return countedOf(rule, bindings)
    case 'list':
      return ofPlan(listed(setIn(bindings, 'set'), head))
    case 'narrowed': {
      const a = setIn(bindings, 'a')
      return a === null || isBare(a) ? null : ofPlan(listed(both(a, setIn(bindings, 'b')), head))
    }
    case 'member':
      return ofPlan(member(setIn(bindings, 'subject'), setIn(bindings, 'set')))
    case 'memberOfPlace':
      return memberOfPlace(setIn(bindings, 'subject'), setIn(bindings, 'of'))
    case 'profile': {
      const of = namedOnly(setIn(bindings, 'of'))
      if (of?.kind !== 'named') return null
      const fitting = head === null ? of : narrowed(of, head.labels)
      return fitting === null ? null : ofPlan({ kind: 'profile', of: fitting })
    }
    case 'between': {
      const [one, other] = [namedOnly(setIn(bindings, 'one')), namedOnly(setIn(bindings, 'other'))]
      return one?.kind === 'named' && other?.kind === 'named' ? ofPlan({ kind: 'between', one, other }) : null
    }
    case 'mostRelated':
      return ofPlan(mostRelated(bindings))
    case 'metric': {
      const metric = bindings['metric']
      const of = setIn(bindings, 'of')
      const growth = says(rule, '增速')
      if (metric?.kind !== 'metric' || (of?.kind !== 'named' && of?.kind !== 'related')) return null
      return ofPlan({ kind: 'metric', of, name: metric.name, period: null, planned: false, growth })
    }
  }
}
