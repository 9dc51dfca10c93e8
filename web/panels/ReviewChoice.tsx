import { Button, TextInput } from '@mantine/core'
import { type SubmitEvent, type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { LABELS } from '../answers.ts'
import { merge, nameOf, retype, split } from '../review/actions.ts'
import type { Action, Review } from '../review/review.ts'
import { useWords } from '../words.ts'
import { LabelMark } from './LabelMark.tsx'
import { SearchBox } from './SearchBox.tsx'

export type Choice = 'merge' | 'split' | 'retype'

interface Props {
  review: Review
  onDecide: (action: Action | null) => void
  onClose: () => void
}

/** Choices that a digit takes: 1 is the first. */
function Numbered({ choices }: { choices: readonly { key: string; content: ReactNode; act: () => void }[] }) {
  return (
    <ol className="choices">
      {choices.map(({ key, content, act }, index) => (
        <li key={key}>
          <button type="button" data-digit={index + 1} onClick={act}>
            <kbd>{index + 1}</kbd>
            {content}
          </button>
        </li>
      ))}
    </ol>
  )
}

function Merge({ review, onDecide }: Props) {
  const { text, labelName } = useWords()
  const words = text.pages.review
  return (
    <>
      {review.candidates.length > 0 && (
        <>
          <p className="quiet">{words.candidates}</p>
          <Numbered
            choices={review.candidates.map((entity) => ({
              key: entity.id,
              act: () => {
                onDecide(merge(review, entity))
              },
              content: (
                <>
                  <LabelMark label={entity.label} />
                  <span>{entity.name}</span>
                  <span className="quiet">{labelName(entity.label)}</span>
                </>
              ),
            }))}
          />
        </>
      )}
      <SearchBox
        label={words.mergeWith}
        onPick={(_id, entity) => {
          onDecide(merge(review, entity))
        }}
      />
    </>
  )
}

function Split({ review, onDecide }: Props) {
  const words = useWords().text.pages.review
  const [name, setName] = useState('')
  const label = nameOf(review)?.label
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    if (label !== undefined) onDecide(split(review, { label, name }))
  }
  return (
    <form onSubmit={submit}>
      <TextInput
        label={words.splitHint}
        maxLength={200}
        value={name}
        onChange={(event) => {
          setName(event.currentTarget.value)
        }}
      />
      <Button type="submit" size="compact-sm" disabled={name.trim() === ''}>
        {words.confirm}
      </Button>
    </form>
  )
}

function Retype({ review, onDecide }: Props) {
  const { labelName } = useWords()
  return (
    <Numbered
      choices={LABELS.filter((label) => label !== nameOf(review)?.label).map((label) => ({
        key: label,
        act: () => {
          onDecide(retype(review, label))
        },
        content: (
          <>
            <LabelMark label={label} />
            <span>{labelName(label)}</span>
          </>
        ),
      }))}
    />
  )
}

const CHOICES = { merge: Merge, split: Split, retype: Retype }

/** What a decision still needs: whom the name means, what it is there, or its kind. Escape goes back. */
export function ReviewChoice({ choice, ...props }: Props & { choice: Choice }) {
  const words = useWords().text.pages.review
  const panel = useRef<HTMLDivElement>(null)
  useEffect(() => {
    panel.current?.querySelector<HTMLElement>('input, button')?.focus()
  }, [choice])
  const press = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      event.stopPropagation()
      props.onClose()
      return
    }
    if (event.target instanceof HTMLInputElement || event.ctrlKey || event.metaKey || event.altKey) return
    const buttons = [...(panel.current?.querySelectorAll<HTMLButtonElement>('[data-digit]') ?? [])]
    buttons.find(({ dataset }) => dataset['digit'] === event.key)?.click()
  }
  const titles: Record<Choice, string> = {
    merge: words.mergeWith,
    split: words.splitAs,
    retype: words.retypeTo,
  }
  const Content = CHOICES[choice]
  return (
    <div ref={panel} className="review-choice" role="group" aria-label={titles[choice]} onKeyDown={press}>
      <h3>{titles[choice]}</h3>
      <Content {...props} />
      <button type="button" className="action" onClick={props.onClose}>
        {words.cancel} <kbd>Esc</kbd>
      </button>
    </div>
  )
}
