/** Finds the entities a document names. */
import { withAgreement } from './agreement.ts'
import type { Candidate } from './candidates/candidate.ts'
import { bareParks } from './candidates/bareParks.ts'
import { blockers } from './candidates/blockers.ts'
import { brandNames } from './candidates/brandNames.ts'
import { brands } from './candidates/brands.ts'
import { clusters } from './candidates/clusters.ts'
import { companyLists } from './candidates/companyLists.ts'
import { companySlots } from './candidates/companySlots.ts'
import { companyWords } from './candidates/companyWords.ts'
import { foreignFirms } from './candidates/foreignFirms.ts'
import { institutions } from './candidates/institutions.ts'
import { knownNames } from './candidates/known.ts'
import { legalForms } from './candidates/legalForms.ts'
import { longerFirms } from './candidates/longerFirms.ts'
import { parks } from './candidates/parks.ts'
import { extendedProducts, placedCompanies } from './candidates/placed.ts'
import { placedWorks } from './candidates/placedWorks.ts'
import { policies } from './candidates/policies.ts'
import { products } from './candidates/products.ts'
import { projects } from './candidates/projects.ts'
import { regions } from './candidates/regions.ts'
import { tagged } from './candidates/tagged.ts'
import type { TextDocument } from './document.ts'
import type { Gazetteer } from './gazetteer.ts'
import type { Label } from '../model/model.ts'
import type { Mention } from './mention.ts'
import { repeats } from './repeats.ts'
import { sceneOf, type Scene } from './scene.ts'
import { selectCandidates } from './select.ts'
import type { Sentence } from './sentence.ts'
import { withSupport } from './support.ts'
import { shortNames } from './shortNames.ts'
import type { Span } from './span.ts'
import { shippedTagger } from './tagger/shipped.ts'
import type { Tagger } from './tagger/tagger.ts'

const overlaps = (left: Span, right: Span): boolean => left.start < right.end && right.start < left.end

interface Labelled extends Candidate {
  readonly label: Label
}

const isLabelled = (candidate: Candidate): candidate is Labelled => candidate.label !== null

const mentionOf = (scene: Scene, candidate: Labelled): Mention => {
  const text = scene.text.slice(candidate.start, candidate.end)
  const known =
    candidate.known.length > 0
      ? candidate.known
      : scene.gazetteer.named(candidate.name || text).filter(({ label }) => label === candidate.label)
  const ids = [...new Set(known.map(({ id }) => id))].sort()
  const only = ids.length === 1 ? known[0] : undefined
  return {
    start: candidate.start,
    end: candidate.end,
    label: candidate.label,
    text,
    name: only?.name ?? (candidate.name || text),
    known: ids,
    rule: candidate.rule,
    confidence: candidate.rate,
  }
}

/**
 * The entities the document names, in order, not overlapping. First names that stand by themselves, then those that
 * lean on them (projects, lists, products), then the short names the document has established. Nothing that touches
 * damaged text is named.
 */
export const findMentions = (
  document: TextDocument,
  sentences: readonly Sentence[],
  gazetteer: Gazetteer,
  tagger: Tagger = shippedTagger,
): readonly Mention[] => {
  const scene = sceneOf(document, sentences, gazetteer)
  const alone = [
    ...knownNames(scene),
    ...regions(scene),
    ...legalForms(scene),
    ...companyWords(scene),
    ...brandNames(scene),
    ...foreignFirms(scene),
    ...placedWorks(scene),
    ...brands(scene),
    ...policies(scene),
    ...blockers(scene),
    ...tagged(scene, tagger),
  ]
  const first = selectCandidates(alone)
  const zones = parks(scene, first)
  const bodies = institutions(scene, [...first, ...zones])
  const leaning = [...zones, ...bodies, ...clusters(scene, [...first, ...bodies])]
  const second = selectCandidates([...alone, ...leaning])
  const slots = companySlots(scene, second)
  const lists = [...slots, ...companyLists(scene, selectCandidates([...alone, ...leaning, ...slots]))]
  const third = selectCandidates([...alone, ...leaning, ...lists])
  const short = [...shortNames(scene, third), ...repeats(scene, third), ...bareParks(scene, third)]
  const fourth = selectCandidates([...alone, ...leaning, ...lists, ...short])
  const placed = [...placedCompanies(fourth), ...longerFirms(scene, fourth)]
  const fifth = selectCandidates([...alone, ...leaning, ...lists, ...short, ...placed])
  const goods = [...products(scene, fifth), ...extendedProducts(scene, fifth)]
  const sixth = selectCandidates([...alone, ...leaning, ...lists, ...short, ...placed, ...goods])
  const all = [
    ...alone,
    ...leaning,
    ...lists,
    ...short,
    ...placed,
    ...goods,
    ...projects(scene, sixth),
    ...repeats(scene, sixth),
  ]
  const whole = withAgreement(withSupport(all)).filter(
    (candidate) => !document.damage.some((damage) => overlaps(candidate, damage)),
  )
  return selectCandidates(whole)
    .filter(isLabelled)
    .map((candidate) => mentionOf(scene, candidate))
}
