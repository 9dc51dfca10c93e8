import { Button, Loader } from '@mantine/core'
import { useEffect, useRef } from 'react'
import type { Problem } from '../api.ts'
import { useWords } from '../words.ts'

/** Something is on its way. */
export function Loading() {
  const { text } = useWords()
  return (
    <div className="message" role="status">
      <Loader size="sm" aria-hidden="true" />
      <p>{text.states.loading}</p>
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
