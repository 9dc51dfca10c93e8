import { CloseButton } from '@mantine/core'
import { useState } from 'react'
import { useModelAnswer } from '../api.ts'
import type { Picture } from '../picture.ts'
import { sentenceOf } from '../sentence.ts'
import { handOnText } from '../text/handOn.ts'
import { useWords } from '../words.ts'
import { changesSince, linkIn, savedViews } from './savedViews.ts'

// Said by the link the page was opened with; what a reader does afterwards is another view.
const OPENED = { link: linkIn(window.location.search), entity: entityIn(window.location.search) }

function entityIn(search: string): string | null {
  return new URLSearchParams(search).get('entity')
}

interface Props {
  picture: Picture
  isLoading: boolean
  /** Whether the API left something out. */
  isCut: boolean
}

/** What has come, gone or changed since the link was made that opened this page; nothing where the data are the same. */
export function SinceSaved({ picture, isLoading, isCut }: Props) {
  const words = useWords()
  const { saved } = handOnText(words.language)
  const version = useModelAnswer().data?.stats.version
  const [isClosed, setClosed] = useState(false)
  // What the page opened with is compared, not what was added to it by hand.
  const [opened, setOpened] = useState<Picture | null>(null)
  if (opened === null && !isLoading) setOpened(picture)
  const { link, entity } = OPENED
  if (link === null || entity !== picture.root || version === undefined) return null
  if (opened === null || version === link.version || isClosed) return null
  const kept = savedViews().find(({ id }) => id === link.id)
  const changes = kept === undefined ? undefined : changesSince(kept, opened.relationships)
  const counts =
    changes === undefined
      ? []
      : [
          ...(changes.added.length > 0 ? [saved.added(changes.added.length)] : []),
          ...(changes.withdrawn.length > 0 ? [saved.withdrawn(changes.withdrawn.length)] : []),
          ...(changes.changed.length > 0 ? [saved.changed(changes.changed.length)] : []),
        ]
  return (
    <section className="notice since-saved" aria-label={saved.title}>
      <CloseButton
        className="side-close"
        size="sm"
        aria-label={saved.close}
        onClick={() => {
          setClosed(true)
        }}
      />
      <p role="status">
        <b>{saved.title}</b>{' '}
        {changes === undefined ? saved.unknown : counts.length === 0 ? saved.nothing : counts.join('，')}{' '}
        {isCut && saved.partly}
      </p>
      {changes !== undefined && counts.length > 0 && (
        <ul>
          {changes.added.map((relationship) => (
            <li key={relationship.id}>＋ {sentenceOf(relationship, words)}</li>
          ))}
          {changes.withdrawn.map((text) => (
            <li key={text}>
              <del>{text}</del>
            </li>
          ))}
          {changes.changed.map(({ relationship, before }) => (
            <li key={relationship.id}>
              △ {sentenceOf(relationship, words)}{' '}
              {saved.stage(words.text.stages[before], words.text.stages[relationship.stage])}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
