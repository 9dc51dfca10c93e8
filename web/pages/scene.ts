import { useMemo } from 'react'
import type { Member, Part, Path, Profile } from '../answers.ts'
import { type Problem, type Surroundings, usePaths, useSupplyChain, useSurroundings } from '../api.ts'
import { commonPart, compose, type Composition, withPlaces } from '../compose.ts'
import { type Elements, elementsOf, type LayoutKind } from '../elements.ts'
import { type Group, groupHubs, type Grouping } from '../grouping.ts'
import { isInside } from '../narrow.ts'
import { countPicture } from '../picture.ts'
import { type Section, sectionsOf } from '../sections.ts'
import type { Mode, View } from '../state.ts'
import type { Dated } from '../time.ts'
import { useWords, type Words } from '../words.ts'
import { expansionKey, type Work } from '../work.ts'

/** What an entity's page shows, from the answers there are. */
export interface Scene extends Composition {
  mode: Mode
  canChain: boolean
  /** A company without suppliers and customers on record: its neighbourhood is shown in place of its chain. */
  isFallback: boolean
  isLoading: boolean
  problem: Problem | undefined
  retry: () => void
  sections: readonly Section[]
  grouping: Grouping
  elements: Elements
  omitted: number
  /** The ways found, where some were asked for. */
  paths: readonly Path[] | undefined
}

/** One request for each type and direction in which something was expanded, and one for common neighbours. */
function surroundingsOf(work: Pick<Work, 'expanded' | 'common'>, around: readonly string[]): Surroundings[] {
  const requests = new Map<string, Surroundings>()
  const ask = (id: string, request: Omit<Surroundings, 'of'>): void => {
    const key = expansionKey({ id: '', ...request })
    requests.set(key, { ...request, of: [...(requests.get(key)?.of ?? []), id] })
  }
  for (const { id, type, direction } of work.expanded) ask(id, { type, direction })
  const everything = { type: null, direction: 'BOTH' } as const
  return [{ of: around, ...everything }, { of: work.common, ...everything }, ...requests.values()].filter(
    ({ of }) => of.length > 0,
  )
}

function captionOf({ product, type, change }: Dated, { text, typeName }: Words): string {
  const caption = product ?? typeName(type)
  return change === null || change === 'SAME' ? caption : `${text.changes.signs[change]} ${caption}`
}

function groupCaption({ type, direction, label, members }: Group, { text, labelName }: Words): string {
  return text.tools.group(
    members.length,
    text.tools.ways[type][direction === 'OUT' ? 'OUT' : 'IN'],
    labelName(label),
  )
}

const NOBODY: readonly string[] = []
/** `neighbors` takes at most 50 ids. */
const MOST_IDS = 50

/** In which parks the companies of a cluster lie: asked once its members are known. */
function placesOf(members: Part | undefined): Surroundings[] {
  const ids = (members?.entities ?? []).filter(({ label }) => label === 'COMPANY').map(({ id }) => id)
  return Array.from({ length: Math.ceil(ids.length / MOST_IDS) }, (_, index) => ({
    of: ids.slice(index * MOST_IDS, (index + 1) * MOST_IDS),
    type: 'LOCATED_IN' as const,
    direction: 'OUT' as const,
  }))
}

function layoutOf(mode: Mode, profile: Profile): LayoutKind {
  if (mode === 'CHAIN') return 'TIERS'
  return profile.label === 'CLUSTER' ? 'RINGS' : 'FORCE'
}
const NONE: readonly never[] = []

/** Loads the chain or neighbourhood of an entity and what was added by hand. */
function useAnswers(view: View, profile: Profile | null) {
  const { filters, work } = view
  const { expanded, common } = work
  const canChain = profile?.label === 'COMPANY' || profile?.label === 'PRODUCT'
  const wantsChain = canChain && view.mode !== 'NEIGHBORS'
  const chain = useSupplyChain(view, !wantsChain)
  const hasNoChain = wantsChain && !chain.loading && chain.data?.subgraph.relationships.length === 0
  const isFallback = hasNoChain && view.mode === null && view.direction === 'BOTH'
  const mode: Mode = wantsChain && !isFallback ? 'CHAIN' : 'NEIGHBORS'
  const middle = useMemo(() => (profile === null ? NOBODY : [profile.id]), [profile])
  const center = mode === 'NEIGHBORS' ? middle : NOBODY
  const requests = useMemo(() => surroundingsOf({ expanded, common }, center), [expanded, common, center])
  const answer = useSurroundings(requests, filters)
  const paths = usePaths(work.path, filters)
  const { own: around, others } = useMemo(() => {
    const answered = answer.data ?? []
    return {
      own: answered.find(({ request }) => request.of === center)?.part,
      others: answered.filter(({ request }) => request.of !== center),
    }
  }, [answer.data, center])
  const isCluster = profile?.label === 'CLUSTER'
  const located = useSurroundings(isCluster ? placesOf(around) : NONE, filters)
  const places = located.data
  const members = useMemo(() => {
    // Drawn before its parks are known, a cluster would get them outside its rings.
    if (isCluster && located.loading && places?.length === 0) return undefined
    if (around === undefined || places === undefined || places.length === 0) return around
    const merged = {
      entities: places.flatMap(({ part }) => part.entities),
      relationships: places.flatMap(({ part }) => part.relationships),
    }
    return { ...around, ...withPlaces(around, merged) }
  }, [around, places, isCluster, located.loading])
  const all = mode === 'CHAIN' ? [chain, answer, paths] : [answer, paths, located]
  return {
    mode,
    canChain,
    isFallback,
    first: mode === 'CHAIN' ? chain.data?.subgraph : members,
    surroundings: others,
    paths: paths.data?.paths,
    isLoading: all.some(({ loading }) => loading),
    problem: all.find(({ problem }) => problem !== undefined)?.problem,
    retry: () => {
      for (const answer of all) if (answer.problem !== undefined) answer.retry()
    },
  }
}

const NOTHING = { root: '', entities: new Map<string, Member>(), relationships: [] }
const EMPTY = {
  base: NOTHING,
  picture: NOTHING,
  dated: NOTHING,
  visible: NOTHING,
  counts: countPicture(NOTHING),
  sections: [],
  grouping: { picture: NOTHING, groups: [] },
  elements: { root: '', layout: 'TIERS' as const, nodes: [], edges: [], isCaptioned: false },
}

/** Everything loaded, turned into table and drawing; null until there is something to show. */
export function useScene(view: View, profile: Profile | null): Scene | null {
  const words = useWords()
  const answers = useAnswers(view, profile)
  const { mode, first, surroundings, paths = NONE } = answers
  const { hidden, filters, work } = view
  const { expanded, removed, common, path, opened } = work
  const scene = useMemo(() => {
    if (profile === null || first === undefined) return null
    const { id, label, name } = profile
    const root: Member = first.entities.find((member) => member.id === id) ?? { id, label, name }
    const added = surroundings.map(({ request, part }) =>
      request.of === common ? commonPart(part, common) : part,
    )
    const composition = compose({ filters, hidden, removed, path }, { root, first, added, paths })
    const { base, picture, visible } = composition
    const anchors = [...new Set([...expanded.map((expansion) => expansion.id), ...common])]
    const onWay = paths.flatMap((way) => way.entities.map((member) => member.id))
    const kept = new Set([id, ...anchors, ...onWay])
    const grouping = groupHubs(visible, { kept, opened })
    return {
      ...composition,
      grouping,
      sections: sectionsOf(visible, mode, anchors),
      elements: elementsOf({
        layout: layoutOf(mode, profile),
        picture,
        grouping,
        base,
        expanded: [...anchors, ...onWay],
        onPath: new Set(paths.flatMap((way) => way.relationships.map((step) => step.id))),
        isInside: (member) => isInside(member, filters),
        edgeCaption: (relationship) => captionOf(relationship, words),
        groupCaption: (group) => groupCaption(group, words),
      }),
    }
  }, [
    profile,
    first,
    surroundings,
    paths,
    expanded,
    common,
    opened,
    hidden,
    filters,
    removed,
    path,
    mode,
    words,
  ])

  if (scene === null && answers.problem === undefined) return null
  const { canChain, isFallback, isLoading, problem, retry } = answers
  const omitted = [first, ...surroundings.map(({ part }) => part)].reduce(
    (sum, part) => sum + (part?.omitted ?? 0),
    0,
  )
  return {
    mode,
    canChain,
    isFallback,
    isLoading,
    problem,
    retry,
    omitted,
    paths: answers.paths,
    ...(scene ?? EMPTY),
  }
}
