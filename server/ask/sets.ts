/** Sets put together from what the slots of a rule hold. */
import type { Label } from '../model/model.ts'
import type { Rule } from './grammar.ts'
import { lexicon } from './lexicon.ts'
import type { Limits, SetPlan } from './plan.ts'
import { relationOf, type RelationName } from './relations.ts'
import { headIn, labelsOf, limitsIn, narrowed, setIn, type Bindings, type Head } from './values.ts'

/** What lies in a place, once it is known what is looked for there. */
export const insideAs = (set: SetPlan, labels: readonly Label[]): SetPlan | null =>
  set.kind === 'related' && set.relation === 'inside' ? placedIn(set.of, labels, set.limits) : null

/** A set cut down to the kinds of a head word; null where it holds none of them. */
export const headed = (set: SetPlan | null, head: Head | null): SetPlan | null => {
  if (head === null || set === null) return set
  const kept = labelled(set, head.labels)
  const isSaid =
    kept?.kind === 'both' && kept.sets.some((one) => one.kind === 'all' && one.part === head.part)
  return kept === null || head.part === null || isSaid
    ? kept
    : { kind: 'both', sets: [{ kind: 'all', labels: head.labels, part: head.part }, kept] }
}

const labelled = (set: SetPlan, head: readonly Label[]): SetPlan | null => {
  const inside = insideAs(set, head)
  if (inside !== null) return inside
  if (set.kind === 'without') {
    const inner = labelled(set.set, head)
    return inner === null ? null : { ...set, set: inner, minus: insideAs(set.minus, head) ?? set.minus }
  }
  const own = labelsOf(set)
  const kept = own.filter((label) => head.includes(label))
  if (kept.length === 0) return null
  return kept.length === own.length ? set : { kind: 'both', sets: [{ kind: 'all', labels: kept }, set] }
}

/** What is in both of two sets; null where nothing can be. */
export const both = (one: SetPlan | null, other: SetPlan | null): SetPlan | null => {
  if (one === null || other === null) return null
  const set: SetPlan = {
    kind: 'both',
    sets: [insideAs(one, labelsOf(other)) ?? one, insideAs(other, labelsOf(one)) ?? other],
  }
  return labelsOf(set).length > 0 ? set : null
}

/** The place around companies, parks, projects … that a name with a preposition or an attribute means. */
export const placedIn = (place: SetPlan, labels: readonly Label[], limits: Limits = {}): SetPlan | null => {
  const isPlace =
    place.kind === 'named' || labelsOf(place).every((label) => label === 'Park' || label === 'Region')
  const [found, another] = insideRelations.filter(([label]) => labels.includes(label))
  if (isPlace && labels.includes('Region')) return related('placesIn', place, limits)
  if (!isPlace || found === undefined) return null
  return related(another === undefined ? found[1] : 'inside', place, limits)
}

const insideRelations: readonly (readonly [Label, RelationName])[] = [
  ['Company', 'companiesIn'],
  ['Project', 'projectsIn'],
  ['Institution', 'institutionsIn'],
  ['Park', 'parksIn'],
  ['Cluster', 'clustersIn'],
]

/** A relation asked of what is known; null where it can not be asked of it. */
export const related = (relation: RelationName, of: SetPlan | null, limits: Limits): SetPlan | null => {
  if (of === null) return null
  const { of: allowed } = relationOf(relation)
  const fitting = narrowed(of, [...allowed, ...(relation === 'suppliers' ? ['Product' as const] : [])])
  return fitting === null ? null : { kind: 'related', relation, of: fitting, limits }
}

/** 哪个省 asks for a kind of region, however near the stated place is. */
export const relationFor = (relation: RelationName, head: Head | null): RelationName =>
  relation === 'places' && head?.labels[0] === 'Region' && head.part !== null ? 'regions' : relation

/** 甲的企业, 甲的政策: the relation that a bare kind means beside what is known. */
export const genitive = (of: SetPlan | null, head: Head | null): SetPlan | null => {
  if (of === null || head === null) return null
  const own = labelsOf(of)
  // 理想的投资对象的企业 are those of them that are companies, not the companies of its projects.
  if (of.kind !== 'named' && of.kind !== 'either' && own.some((label) => head.labels.includes(label)))
    return null
  const found = lexicon.genitive.find(
    (pair) => head.labels.includes(pair.head) && own.some((label) => pair.of.includes(label)),
  )
  if (found === undefined) return null
  const fitting = narrowed(of, found.of)
  return fitting === null
    ? null
    : headed(related(found.relation, fitting, {}), { ...head, labels: [found.head] })
}

/** Whether a set is only a name or a kind: that is nothing to list. */
export const isBare = (set: SetPlan): boolean =>
  set.kind === 'named' ||
  set.kind === 'product' ||
  set.kind === 'all' ||
  (set.kind === 'either' && set.sets.every(isBare))

/** 武进的理想供应商: what is described, narrowed to a place. */
export const placedSet = (bindings: Bindings): SetPlan | null => {
  const place = setIn(bindings, 'of')
  const inner = setIn(bindings, 'a') ?? setIn(bindings, 'b')
  const head = headIn(bindings)
  if (place === null || inner === null || isBare(inner)) return null
  const kept = headed(inner, head)
  return kept === null ? null : both(kept, placedIn(place, labelsOf(kept)))
}

/** What is described, without what is said of some of it. */
export const withoutSet = (bindings: Bindings): SetPlan | null => {
  const set = setIn(bindings, 'a')
  if (set === null || isBare(set)) return null
  const place = setIn(bindings, 'of')
  const said = setIn(bindings, 'b')
  const minus =
    said === null
      ? place === null
        ? null
        : placedIn(place, labelsOf(set))
      : (insideAs(said, labelsOf(set)) ?? said)
  return minus === null || !labelsOf(set).some((label) => labelsOf(minus).includes(label))
    ? null
    : { kind: 'without', set, minus }
}

/** 理想在武进的供应商: a relation, its results narrowed to a place. */
export const relatedIn = (rule: Rule, bindings: Bindings): SetPlan | null => {
  const place = setIn(bindings, 'place')
  if (rule.relation === null || place === null) return null
  const head = headIn(bindings)
  const relation = relationFor(rule.relation, head)
  const set = headed(related(relation, setIn(bindings, 'of'), limitsIn(bindings)), head)
  return set === null ? null : both(set, placedIn(place, labelsOf(set)))
}

const withoutNamed = (set: SetPlan | null, minus: SetPlan | null): SetPlan | null => {
  if (set === null || isBare(set) || minus?.kind !== 'named') return null
  const fitting = narrowed(minus, labelsOf(set))
  return fitting === null ? null : { kind: 'without', set, minus: fitting }
}

/** 理想除了宁德时代还用谁的电池: a relation without one that is named. */
export const relatedExcept = (rule: Rule, bindings: Bindings): SetPlan | null =>
  rule.relation === null
    ? null
    : withoutNamed(
        headed(related(rule.relation, setIn(bindings, 'of'), limitsIn(bindings)), headIn(bindings)),
        setIn(bindings, 'x'),
      )

/** 给甲供货但不给乙: what is said of one is not said of the other. */
export const withoutSame = (bindings: Bindings): SetPlan | null => {
  const set = setIn(bindings, 'a')
  const other = setIn(bindings, 'x')
  if (set?.kind !== 'related' || set.of.kind !== 'named' || other?.kind !== 'named') return null
  const minus = related(set.relation, other, set.limits)
  return minus === null ? null : { kind: 'without', set, minus }
}

/** 除甲以外: what is described, without one that is named. */
export const exceptNamed = (bindings: Bindings): SetPlan | null => {
  const minus = setIn(bindings, 'x')
  const company = setIn(bindings, 'c')
  const around = genitive(setIn(bindings, 'of'), headIn(bindings))
  const narrowing = setIn(bindings, 'b')
  const said = setIn(bindings, 'a')
  const own = narrowing === null ? said : isBare(narrowing) ? null : both(narrowing, said)
  const set = own ?? around ?? (company === null ? null : related('suppliers', company, {}))
  return withoutNamed(set, minus)
}

/** What two descriptions, or a description and a place, have in common. */
export const bothOf = (bindings: Bindings): SetPlan | null => {
  const one = setIn(bindings, 'a')
  const place = setIn(bindings, 'of')
  const other =
    setIn(bindings, 'b') ?? (place === null || one === null ? null : placedIn(place, labelsOf(one)))
  if (one === null || isBare(one) || other?.kind === 'named') return null
  return both(one, other)
}

/** 甲和乙, 甲或乙, 甲、乙和丙: names side by side. */
export const joined = (
  join: 'unsaid' | 'any' | 'all',
  one: SetPlan | null,
  other: SetPlan | null,
): SetPlan | null => {
  if (one?.kind !== 'named' || other === null) return null
  if (other.kind === 'named') return { kind: 'either', join, sets: [one, other] }
  return other.kind === 'either' && other.join === join
    ? { kind: 'either', join, sets: [one, ...other.sets] }
    : null
}
