import { Fragment, useEffect, useRef } from 'react'
import { type Marks, paragraphsOf, type Piece } from '../document/pieces.ts'
import { ViewLink } from '../navigation.tsx'
import { openEntity } from '../state.ts'
import { useWords } from '../words.ts'
import { bringIntoSight } from './scroll.ts'

interface Props {
  text: string
  marks: Marks
}

function classesOf({ isStated, isDamaged, isShown }: Piece): string {
  return [isStated && 'stated-here', isDamaged && 'damaged', isShown && 'shown-here']
    .filter((name) => name !== false)
    .join(' ')
}

function Marked({ piece }: { piece: Piece }) {
  const { text: words, colorOf, labelName } = useWords()
  const { text, entity, isDamaged } = piece
  const classes = classesOf(piece)
  const content =
    entity === null ? (
      text
    ) : (
      <ViewLink className="named" to={(view) => openEntity(view, entity.id)}>
        <span
          style={{ borderColor: colorOf(entity.label) }}
          title={`${labelName(entity.label)} · ${entity.name}`}
        >
          {text}
        </span>
      </ViewLink>
    )
  if (classes === '') return <Fragment>{content}</Fragment>
  return (
    <mark className={classes} title={isDamaged ? words.pages.document.damaged : undefined}>
      {content}
    </mark>
  )
}

/** A document's text with its entities, the words of facts and damage marked; the shown place is scrolled to. */
export function MarkedText({ text, marks }: Props) {
  const container = useRef<HTMLDivElement>(null)
  const at = marks.shown?.start
  useEffect(() => {
    const shown = at === undefined ? null : container.current?.querySelector('.shown-here')
    if (shown != null) bringIntoSight(shown, 'CENTER')
  }, [at])
  return (
    <div ref={container} className="marked-text">
      {paragraphsOf(text, marks).map((pieces) => (
        <p key={pieces[0]?.start ?? 0}>
          {pieces.map((piece) => (
            <Marked key={piece.start} piece={piece} />
          ))}
        </p>
      ))}
    </div>
  )
}
