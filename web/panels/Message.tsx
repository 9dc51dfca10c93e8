import { Button, Loader } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import type { Problem } from '../api.ts'
import { useWords } from '../words.ts'

/** Until then nobody thinks of giving up; in milliseconds. */
const PATIENCE = 1000

/** Something is on its way; what takes long can be given up, if there is something to go back to. */
export function Loading({ onCancel }: { onCancel?: () => void }) {
  const { text } = useWords()
  const [isLong, setLong] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => {
      setLong(true)
    }, PATIENCE)
    return () => {
      clearTimeout(timer)
    }
  }, [])
  return (
    <div className="message" role="status">
      <Loader size="sm" aria-hidden="true" />
      <p>{text.states.loading}</p>
      {isLong && onCancel !== undefined && (
        <Button size="sm" variant="default" onClick={onCancel}>
          {text.states.cancel}
        </Button>
      )}
    </div>
  )
}

/** Says what is the case and what the reader can do about it. */
export function Message({ title, hint }: { title: string; hint: string }) {
  return (
    <div className="message" role="status">
      <h2>{title}</h2>
      <p>{hint}</p>
    </div>
  )
}

/** Why an answer is missing, with a button to try again; it tries by itself when the network is back. */
export function ProblemMessage({ problem, onRetry }: { problem: Problem; onRetry: () => void }) {
  const { text } = useWords()
  const retry = useRef(onRetry)
  useEffect(() => {
    retry.current = onRetry
  })
  useEffect(() => {
    const tryAgain = (): void => {
      retry.current()
    }
    window.addEventListener('online', tryAgain)
    return () => {
      window.removeEventListener('online', tryAgain)
    }
  }, [])
  if (problem.kind === 'NOT_FOUND')
    return <Message title={text.states.unknownTitle} hint={text.states.unknownHint} />
  const { title, hint } = text.states.problems[problem.kind]
  return (
    <div className="message problem" role="alert">
      <h2>{title}</h2>
      <p>{hint}</p>
      {problem.kind === 'REFUSED' && <p className="quiet">{problem.message}</p>}
      <Button size="sm" onClick={onRetry}>
        {text.states.retry}
      </Button>
    </div>
  )
}
