/** What waits for a person: names in doubt, and facts that only less certain rules read. */
import { claimId } from '../model/identity.ts'
import type { FactPlan } from './claims.ts'
import type { Doubt } from './mentioned.ts'
import { present, type Written } from './written.ts'

const ofName = ({ kind, document, label, name, start, end, candidates }: Doubt): Written => {
  const id = claimId('review', kind, document, label, name)
  const among = candidates.map((candidate) => candidate.id).sort()
  return { id, props: present({ id, kind, document, label, name, start, end, candidates: among }) }
}

/** A pending fact, at the words of its first claim. */
const ofFact = ({ id: fact, type, start: from, end: to, claims, props }: FactPlan): Written[] => {
  const [first] = claims
  if (props['pending'] !== true || first === undefined) return []
  const id = claimId('review', 'FACT', fact)
  const { document, start, end } = first.props
  const kind = type === 'HAS_METRIC' ? 'METRIC' : 'RELATIONSHIP'
  return [{ id, props: present({ id, kind, fact, from, to, document, start, end }) }]
}

/** Everything that waits; a name that stands often in one document waits once, at its first place. */
export class Reviews implements Iterable<Written> {
  private readonly facts: Written[] = []

  constructor(private readonly doubts: readonly Doubt[]) {}

  /** Adds the facts that wait among these. */
  add(facts: Iterable<FactPlan>): void {
    for (const fact of facts) this.facts.push(...ofFact(fact))
  }

  /** Each is made when it is asked for: doubtful names can be many. */
  *[Symbol.iterator](): Generator<Written> {
    const seen = new Set<string>()
    for (const doubt of this.doubts) {
      const review = ofName(doubt)
      if (!seen.has(review.id)) yield review
      seen.add(review.id)
    }
    yield* this.facts
  }
}
