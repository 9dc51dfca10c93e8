import { Button, TextInput } from '@mantine/core'
import { type SubmitEvent, useState } from 'react'
import { type Credentials, LONGEST_REVIEWER } from '../review/credentials.ts'
import { useWords } from '../words.ts'

interface Props {
  reviewer: string
  isRefused: boolean
  onSignIn: (credentials: Credentials) => void
}

/** Asks once who reviews and for the token. */
export function SignIn({ reviewer: known, isRefused, onSignIn }: Props) {
  const words = useWords().text.pages.review
  const [reviewer, setReviewer] = useState(known)
  const [token, setToken] = useState('')
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    if (reviewer.trim() !== '' && token !== '') onSignIn({ reviewer: reviewer.trim(), token })
  }
  return (
    <form className="sign-in" aria-label={words.signIn} onSubmit={submit}>
      <h2>{words.signIn}</h2>
      <p className="quiet">{words.signInHint}</p>
      {isRefused && (
        <p className="warning" role="alert">
          {words.refused}
        </p>
      )}
      <TextInput
        label={words.reviewer}
        autoComplete="name"
        required
        maxLength={LONGEST_REVIEWER}
        value={reviewer}
        onChange={(event) => {
          setReviewer(event.currentTarget.value)
        }}
      />
      <TextInput
        label={words.token}
        type="password"
        autoComplete="off"
        required
        value={token}
        onChange={(event) => {
          setToken(event.currentTarget.value)
        }}
      />
      <Button type="submit">{words.start}</Button>
    </form>
  )
}
