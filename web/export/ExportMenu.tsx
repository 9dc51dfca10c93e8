import { Button, Menu } from '@mantine/core'
import { useState } from 'react'
import { useModelAnswer } from '../api.ts'
import { handOnText } from '../text/handOn.ts'
import { useWords } from '../words.ts'
import { download } from './download.ts'
import { type Format, FORMATS, RECIPES } from './formats.ts'
import { fileName, handoutOf, type HandoutParts } from './handout.ts'
import { PictureWidth } from './PictureWidth.tsx'
import { PNG_WIDTH } from './pngWidth.ts'

interface Props extends Omit<HandoutParts, 'version' | 'drawn'> {
  /** Null while nothing is drawn yet; left out where the page never draws. */
  drawn?: HandoutParts['drawn']
  /** Fetches the table and picture, where the page itself does not hold them. */
  fetchParts?: () => Promise<Pick<HandoutParts, 'table' | 'picture'>>
}

type State =
  | { kind: 'IDLE' }
  | { kind: 'WORKING'; format: Format }
  | { kind: 'DONE'; file: string }
  | { kind: 'FAILED'; format: Format }

/** Lets the browser paint before long work begins. */
function nextFrame(): Promise<void> {
  return new Promise((fulfil) => {
    requestAnimationFrame(() => {
      setTimeout(fulfil)
    })
  })
}

/** The menu 导出: what is in view as a picture, table, data, briefing or dossier, all made in the page. */
export function ExportMenu({ fetchParts, drawn, ...parts }: Props) {
  const words = useWords()
  const text = handOnText(words.language)
  const version = useModelAnswer().data?.stats.version ?? ''
  const [state, setState] = useState<State>({ kind: 'IDLE' })
  const [width, setWidth] = useState<number>(PNG_WIDTH.usual)
  const [isAsking, setAsking] = useState(false)
  const isDrawn = drawn !== null && drawn !== undefined
  const formats = FORMATS.filter((format) => drawn !== undefined || !RECIPES[format].needsDrawing)

  const nameOf = (format: Format): string => (format === 'png' ? text.png(width) : text[format])
  const make = async (format: Format): Promise<void> => {
    setState({ kind: 'WORKING', format })
    await nextFrame()
    try {
      const fetched = await fetchParts?.()
      const handout = handoutOf({ ...parts, ...fetched, drawn: drawn ?? null, version }, words, new Date())
      const { ending, make: cook } = RECIPES[format]
      const file = fileName(handout, ending)
      download(await cook(handout, { width }), file)
      setState({ kind: 'DONE', file })
    } catch (error) {
      console.warn('export failed', error)
      setState({ kind: 'FAILED', format })
    }
  }
  const isWorking = state.kind === 'WORKING'
  return (
    <div className="export">
      <Menu position="bottom-end" withinPortal={false} transitionProps={{ duration: 0 }}>
        <Menu.Target>
          <Button size="compact-sm" variant="default" loading={isWorking} aria-label={text.menu}>
            {text.menu} <span aria-hidden="true">▾</span>
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {formats.map((format) => (
            <Menu.Item
              key={format}
              disabled={RECIPES[format].needsDrawing && !isDrawn}
              title={RECIPES[format].needsDrawing && !isDrawn ? text.nothingDrawn : undefined}
              onClick={() => {
                void make(format)
              }}
            >
              {nameOf(format)}
            </Menu.Item>
          ))}
          <Menu.Divider />
          {drawn !== undefined && (
            <Menu.Item
              onClick={() => {
                setAsking(true)
              }}
            >
              {text.width}
            </Menu.Item>
          )}
          <Menu.Item
            onClick={() => {
              // The menu must be gone from the paper.
              void nextFrame().then(() => {
                window.print()
              })
            }}
          >
            {text.print}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <span className="export-state quiet" role="status">
        {state.kind === 'WORKING' && text.working(nameOf(state.format))}
        {state.kind === 'DONE' && text.done(state.file)}
        {state.kind === 'FAILED' && text.failed(nameOf(state.format))}
      </span>
      {isAsking && (
        <PictureWidth
          width={width}
          onClose={(chosen) => {
            setAsking(false)
            if (chosen !== null) setWidth(chosen)
          }}
        />
      )}
    </div>
  )
}
