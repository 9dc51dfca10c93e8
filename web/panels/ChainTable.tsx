import type { ReactNode } from 'react'
import { ViewLink } from '../navigation.tsx'
import type { MadeChain } from '../portrait/ask.ts'
import { type ChainRow, isGap, POSITIONS, shownFacts } from '../portrait/chain.ts'
import { openPage } from '../portrait/open.ts'
import { openEntity } from '../state.ts'
import { portraitText, type PortraitText } from '../text/portrait.ts'
import { useWords } from '../words.ts'
import { followByKeyboard } from './detailsFocus.ts'
import { PendingBadge, StageBadge } from './StageBadge.tsx'

interface Props {
  label: 'PARK' | 'CLUSTER'
  chain: MadeChain
  selected: string | null
  onSelect: (id: string) => void
}

/** The facts of a row, each opening its evidence: makers by name, links of the chain as what they rest on. */
function Facts({
  row,
  words,
  selected,
  onSelect,
}: Pick<Props, 'selected' | 'onSelect'> & { row: ChainRow; words: PortraitText }) {
  const { typeName } = useWords()
  return shownFacts(row).map(({ id, type, start, end, stage, pending }) => (
    <span key={id} className="chain-fact">
      <button
        type="button"
        className="mention"
        aria-pressed={selected === id}
        onClick={(event) => {
          onSelect(id)
          followByKeyboard(event)
        }}
      >
        {row.position === 'OWN' ? start.name : `${words.reason}：${start.name} ${typeName(type)} ${end.name}`}
      </button>
      {stage !== 'ACTIVE' && <StageBadge stage={stage} />}
      {pending && <PendingBadge />}
    </span>
  ))
}

function Elsewhere({ row: { id }, chain: { makers, members } }: { row: ChainRow; chain: MadeChain }) {
  const others = id === null ? [] : (makers.get(id) ?? [])
  return others
    .filter((maker) => !members.has(maker.id))
    .map((maker) => (
      <ViewLink key={maker.id} to={(view) => openPage(view, maker)}>
        {maker.name}
      </ViewLink>
    ))
}

function Product({ row: { id, name } }: { row: ChainRow }): ReactNode {
  return id === null ? name : <ViewLink to={(view) => openEntity(view, id)}>{name}</ViewLink>
}

/** Products of a park or cluster from upstream to downstream: who makes each here and elsewhere, and which nobody. */
export function ChainTable({ label, chain, selected, onSelect }: Props) {
  const { language } = useWords()
  const words = portraitText(language)
  const { rows, makers, members, countMembers } = chain
  const gaps = rows.filter((row) => isGap(row, makers)).length
  const positions = POSITIONS.map((position) => ({
    position,
    own: rows.filter((row) => row.position === position),
  })).filter(({ own }) => own.length > 0)
  return (
    <section className="portrait-part">
      <h2>
        {words.chain} <span className="quiet">{rows.length}</span>
      </h2>
      <p className="quiet">
        {rows.length === 0 ? words.noChain : words.chainHint[label]}
        {countMembers > members.size && ` ${words.cutMembers(members.size, countMembers)}`}
        {gaps > 0 && <b className="gap">{words.gaps(gaps)}</b>}
      </p>
      {rows.length > 0 && (
        <div className="scrolled" tabIndex={0} role="group" aria-label={words.chain}>
          <table className="figures chain">
            <thead>
              <tr>
                {[words.product, words.here[label], words.elsewhere].map((name) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            {positions.map(({ position, own }) => (
              <tbody key={position}>
                <tr>
                  <th colSpan={3} scope="rowgroup" className="chain-position">
                    {words.positions[position]} <span className="quiet">{own.length}</span>
                  </th>
                </tr>
                {own.map((row) => (
                  <tr key={row.key}>
                    <th scope="row">
                      <Product row={row} /> {isGap(row, makers) && <span className="gap">{words.gap}</span>}
                    </th>
                    <td>
                      <Facts row={row} words={words} selected={selected} onSelect={onSelect} />
                    </td>
                    <td>
                      <Elsewhere row={row} chain={chain} />
                    </td>
                  </tr>
                ))}
              </tbody>
            ))}
          </table>
        </div>
      )}
    </section>
  )
}
