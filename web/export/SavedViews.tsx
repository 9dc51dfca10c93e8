import { Button, Menu } from '@mantine/core'
import { useState } from 'react'
import { useModelAnswer } from '../api.ts'
import { embedAddress } from '../embed.ts'
import type { Picture } from '../picture.ts'
import { sentenceOf } from '../sentence.ts'
import { formatView, type View } from '../state.ts'
import { handOnText } from '../text/handOn.ts'
import { useWords } from '../words.ts'
import { dayOf } from './handout.ts'
import { clearViews, factsOf, keepView, newId, savedViews, type SavedView, withLink } from './savedViews.ts'

interface Props {
  name: string
  view: View
  /** Everything loaded, whatever the legend hides. */
  picture: Picture
}

/** Puts a text on the clipboard; false where the browser does not let it. */
async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}

function frameOf(address: string, name: string): string {
  const frame = document.createElement('iframe')
  frame.src = embedAddress(address)
  frame.title = name
  frame.width = '960'
  frame.height = '640'
  return frame.outerHTML
}

/** The menu of saved views: saves the one on screen, with what it holds, and opens others. */
export function SavedViews({ name, view, picture }: Props) {
  const words = useWords()
  const { saved } = handOnText(words.language)
  const version = useModelAnswer().data?.stats.version ?? ''
  const [views, setViews] = useState<readonly SavedView[]>(savedViews)
  const [message, setMessage] = useState('')

  const save = async (): Promise<void> => {
    const id = newId()
    const search = withLink(formatView(view), { version, id })
    const facts = factsOf(picture.relationships, (relationship) => sentenceOf(relationship, words))
    keepView({ id, name, version, day: dayOf(new Date()), search, facts })
    setViews(savedViews())
    // The address bar then holds what was saved, for whoever copies it from there.
    window.history.replaceState(null, '', window.location.pathname + search)
    setMessage((await copy(window.location.href)) ? saved.copied : saved.kept)
  }
  const copyFrame = async (): Promise<void> => {
    setMessage((await copy(frameOf(window.location.href, name))) ? saved.embedCopied : saved.kept)
  }
  return (
    <div className="export saved-views">
      <Menu position="bottom-end" withinPortal={false} transitionProps={{ duration: 0 }}>
        <Menu.Target>
          <Button size="compact-sm" variant="default">
            {saved.list}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            onClick={() => {
              void save()
            }}
          >
            {saved.save}
          </Menu.Item>
          <Menu.Item
            onClick={() => {
              void copyFrame()
            }}
          >
            {saved.embed}
          </Menu.Item>
          <Menu.Divider />
          {views.length === 0 && <Menu.Label>{saved.none}</Menu.Label>}
          {views.map((kept) => (
            <Menu.Item key={kept.id} component="a" href={`/${kept.search}`}>
              {kept.name} <span className="quiet">{saved.on(kept.day)}</span>
            </Menu.Item>
          ))}
          {views.length > 0 && (
            <Menu.Item
              onClick={() => {
                clearViews()
                setViews([])
              }}
            >
              {saved.clear}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      <span className="export-state quiet" role="status">
        {message}
      </span>
    </div>
  )
}
