import { SegmentedControl } from '@mantine/core'
import type { ChainDirection } from '../answers.ts'
import { LAST_TIER } from '../sections.ts'
import { DEPTHS, type Mode, type View } from '../state.ts'
import { useWords } from '../words.ts'

interface Props {
  view: View
  mode: Mode
  canChain: boolean
  onChange: (next: View) => void
}

/** What the picture shows: the chain or everything around; up, down or both; how many tiers. */
export function ViewControls({ view, mode, canChain, onChange }: Props) {
  const { controls } = useWords().text
  if (!canChain) return null
  return (
    <div className="controls">
      <SegmentedControl<Mode>
        size="xs"
        aria-label={controls.mode}
        transitionDuration={0}
        value={mode}
        data={[
          { value: 'CHAIN', label: controls.chain },
          { value: 'NEIGHBORS', label: controls.neighbors },
        ]}
        onChange={(value) => {
          onChange({ ...view, mode: value, selected: null })
        }}
      />
      {mode === 'CHAIN' && (
        <>
          <SegmentedControl<ChainDirection>
            size="xs"
            aria-label={controls.direction}
            transitionDuration={0}
            value={view.direction}
            data={[
              { value: 'UPSTREAM', label: controls.upstream },
              { value: 'BOTH', label: controls.both },
              { value: 'DOWNSTREAM', label: controls.downstream },
            ]}
            onChange={(direction) => {
              onChange({ ...view, direction })
            }}
          />
          <SegmentedControl
            size="xs"
            aria-label={controls.depth}
            transitionDuration={0}
            value={String(DEPTHS.find((depth) => depth >= view.depth))}
            data={DEPTHS.map((depth) => ({
              value: String(depth),
              label: controls.tiers(Math.min(depth, LAST_TIER)),
            }))}
            onChange={(value) => {
              onChange({ ...view, depth: Number(value) })
            }}
          />
        </>
      )}
    </div>
  )
}
