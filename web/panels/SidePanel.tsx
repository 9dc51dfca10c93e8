import { CloseButton, Drawer } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import type { ReactNode } from 'react'
import type { Profile } from '../answers.ts'
import type { Loaded } from '../api.ts'
import type { Actions } from '../pages/actions.ts'
import type { Scene } from '../pages/scene.ts'
import type { View } from '../state.ts'
import { useWords } from '../words.ts'
import { comeBack, DETAILS } from './detailsFocus.ts'
import { EntityCard } from './EntityCard.tsx'
import { Loading, Message, ProblemMessage } from './Message.tsx'
import { NodeActions } from './NodeActions.tsx'
import { RelationshipCard } from './RelationshipCard.tsx'

/** From this width on the card stands beside the graph; below it is a drawer over it. As in styles/layout.css. */
const WIDE = '(min-width: 62em)'

interface Props {
  view: View
  scene: Scene
  /** Of the entity the page is about. */
  profile: Profile
  /** Of the selected entity. */
  card: Loaded<{ entity: Profile | null }>
  actions: Actions
}

function Content({ view, scene, profile, card, actions }: Props) {
  const { text } = useWords()
  const { selected } = view
  const relationship = scene.dated.relationships.find(({ id }) => id === selected)
  if (relationship !== undefined)
    return <RelationshipCard relationship={relationship} onSelect={actions.onSelect} />
  const isOther = selected !== null && selected !== profile.id && scene.picture.entities.has(selected)
  if (isOther && card.problem !== undefined)
    return <ProblemMessage problem={card.problem} onRetry={card.retry} />
  const shown = isOther ? card.data?.entity : profile
  if (shown === null) return <Message title={text.states.unknownTitle} hint={text.states.unknownHint} />
  if (shown === undefined || (isOther && shown.id !== selected)) return <Loading />
  return (
    <EntityCard profile={shown} onOpen={actions.onOpen}>
      <NodeActions
        id={shown.id}
        isRoot={shown.id === profile.id}
        view={view}
        actions={actions}
        onPin={undefined}
      />
    </EntityCard>
  )
}

/** The card of what is selected, or of the page's entity while nothing is. */
export function SidePanel(props: Props) {
  const { view, actions } = props
  const { text } = useWords()
  const isWide = useMediaQuery(WIDE, undefined, { getInitialValueInEffect: false })
  const content: ReactNode = <Content {...props} />
  const close = (): void => {
    actions.onSelect(null)
    comeBack()
  }
  if (isWide)
    return (
      <aside
        id={DETAILS}
        className="side"
        tabIndex={-1}
        aria-label={text.card.title}
        onKeyDown={(event) => {
          if (event.key === 'Escape') close()
        }}
      >
        {view.selected !== null && (
          <CloseButton className="side-close" aria-label={text.card.close} onClick={close} />
        )}
        {content}
      </aside>
    )
  return (
    <Drawer
      opened={view.selected !== null}
      onClose={close}
      position="bottom"
      size="72%"
      title={text.card.title}
      closeButtonProps={{ 'aria-label': text.card.close }}
      lockScroll={false}
      transitionProps={{ duration: 0 }}
    >
      {content}
    </Drawer>
  )
}
