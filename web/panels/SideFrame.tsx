import { CloseButton, Drawer } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import type { ReactNode } from 'react'
import { useWords } from '../words.ts'
import { comeBack, DETAILS } from './detailsFocus.ts'

/** From this width on the card stands beside the graph; below it is a drawer over it. As in styles/layout.css. */
const WIDE = '(min-width: 62em)'

/** Whether there is room for a card beside the rest. */
export function useIsWide(): boolean {
  return useMediaQuery(WIDE, undefined, { getInitialValueInEffect: false })
}

interface Props {
  /** Whether something is selected; without, a narrow page shows nothing. */
  isOpen: boolean
  onClose: () => void
  children: ReactNode
}

/** What shows the details of a page: beside the rest where there is room, else a drawer. */
export function SideFrame({ isOpen, onClose, children }: Props) {
  const { text } = useWords()
  const isWide = useIsWide()
  const close = (): void => {
    onClose()
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
        {isOpen && <CloseButton className="side-close" aria-label={text.card.close} onClick={close} />}
        {children}
      </aside>
    )
  return (
    <Drawer
      opened={isOpen}
      onClose={close}
      position="bottom"
      size="72%"
      title={text.card.title}
      closeButtonProps={{ 'aria-label': text.card.close }}
      lockScroll={false}
      transitionProps={{ duration: 0 }}
    >
      {children}
    </Drawer>
  )
}
