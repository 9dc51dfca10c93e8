import { useMemo } from 'react'
import type { Mention, Profile } from '../answers.ts'
import { type Problem, useNeighbors, useSupplyChain } from '../api.ts'
import { type Elements, elementsOf } from '../elements.ts'
import { type Counts, countPicture, filterPicture, mergeSubgraphs, type Picture } from '../picture.ts'
import { type Section, sectionsOf } from '../sections.ts'
import type { Mode, View } from '../state.ts'
import { useWords } from '../words.ts'

/** What an entity's page shows, from the answers there are. */
export interface Scene {
  mode: Mode
  canChain: boolean
  /** A company without suppliers and customers on record: its neighbourhood is shown in place of its chain. */
  isFallback: boolean
  isLoading: boolean
  problem: Problem | undefined
  retry: () => void
  /** Everything loaded, hidden or not. */
  picture: Picture
  visible: Picture
  counts: Counts
  sections: readonly Section[]
  elements: Elements
  omitted: number
}

const NOBODY: readonly string[] = []

/** Loads the chain or neighbourhood of an entity and what was expanded, and turns it into table and drawing. */
export function useScene(view: View, profile: Profile | null): Scene | null {
  const { typeName } = useWords()
  const canChain = profile?.label === 'COMPANY' || profile?.label === 'PRODUCT'
  const wantsChain = canChain && view.mode !== 'NEIGHBORS'
  const chain = useSupplyChain(view, !wantsChain)
  const hasNoChain = wantsChain && !chain.loading && chain.data?.subgraph.relationships.length === 0
  const isFallback = hasNoChain && view.mode === null && view.direction === 'BOTH'
  const mode: Mode = wantsChain && !isFallback ? 'CHAIN' : 'NEIGHBORS'
  const own = useMemo(() => (profile === null ? NOBODY : [profile.id]), [profile])
  const around = useNeighbors(mode === 'NEIGHBORS' ? own : NOBODY)
  const added = useNeighbors(view.expanded)
  const first = mode === 'CHAIN' ? chain : around
  const subgraph = first.data?.subgraph
  const extra = added.data?.subgraph

  const { expanded, hidden } = view
  const scene = useMemo(() => {
    if (profile === null || subgraph === undefined) return null
    const { id, label, name } = profile
    const mention: Mention = { id, label, name }
    const alone = { entities: [mention], relationships: [], truncated: false, omitted: 0 }
    const base = mergeSubgraphs(id, [alone, subgraph])
    const picture = mergeSubgraphs(id, [alone, subgraph, ...(extra === undefined ? [] : [extra])])
    const visible = filterPicture(picture, hidden)
    return {
      picture,
      visible,
      counts: countPicture(picture),
      sections: sectionsOf(visible, mode, expanded),
      elements: elementsOf({
        picture,
        visible,
        base,
        expanded,
        edgeCaption: ({ type, product }) => product ?? typeName(type),
      }),
    }
  }, [profile, subgraph, extra, expanded, hidden, mode, typeName])

  if (scene === null && first.problem === undefined) return null
  const nothing = { root: '', entities: new Map(), relationships: [] }
  return {
    mode,
    canChain,
    isFallback,
    isLoading: first.loading || added.loading,
    problem: first.problem ?? added.problem,
    retry: () => {
      if (first.problem !== undefined) first.retry()
      if (added.problem !== undefined) added.retry()
    },
    omitted: (subgraph?.omitted ?? 0) + (extra?.omitted ?? 0),
    ...(scene ?? {
      picture: nothing,
      visible: nothing,
      counts: countPicture(nothing),
      sections: [],
      elements: { root: '', nodes: [], edges: [], isCaptioned: false },
    }),
  }
}
