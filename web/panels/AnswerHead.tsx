import type { ReactNode } from 'react'
import type { Answer } from '../answer/answer.ts'
import { namedParts, stretches } from '../answer/reading.ts'
import { useWords } from '../words.ts'
import { GraphqlLink } from './GraphqlLink.tsx'
import { ReadingChips } from './ReadingChips.tsx'

interface Props {
  question: string
  answer: Answer
  onAsk: (question: string) => void
  onOpen: (id: string) => void
  /** What can be done with the answer. */
  children: ReactNode
}

/** The question with its names underlined: what was recognised, and where. */
function Question({ question, answer }: Pick<Props, 'question' | 'answer'>) {
  const parts = answer.interpretation === null ? [] : namedParts(answer.interpretation)
  return (
    <h1 className="question">
      {stretches(question, parts).map(({ text, start, part }) =>
        part === null ? <span key={start}>{text}</span> : <mark key={start}>{text}</mark>,
      )}
    </h1>
  )
}

/** The question, how it was read, what sort of answer there is, the answer in a sentence, and its operation. */
export function AnswerHead({ question, answer, onAsk, onOpen, children }: Props) {
  const { text } = useWords()
  const { kind, interpretation, operation } = answer
  return (
    <div className="answer-head">
      <Question question={question} answer={answer} />
      {interpretation !== null && (
        <ReadingChips question={question} interpretation={interpretation} onAsk={onAsk} onOpen={onOpen} />
      )}
      <div className="answer-text" role="status">
        <b className="kind" data-kind={kind}>
          {text.pages.answer.kinds[kind]}
        </b>
        <p>{answer.text}</p>
      </div>
      <p className="quiet answer-line">
        <span>{text.pages.answer.kindHints[kind]}</span>
        {operation !== null && <GraphqlLink operation={operation} />}
        {children}
      </p>
      {answer.suggestions.length > 0 && (
        <div className="suggestions" role="group" aria-label={text.pages.answer.suggestions}>
          <span className="quiet">{text.pages.answer.suggestions}</span>
          {answer.suggestions.map((suggestion) => (
            <button
              key={suggestion}
              type="button"
              className="suggestion"
              onClick={() => {
                onAsk(suggestion)
              }}
            >
              {suggestion}
            </button>
          ))}
        </div>
      )}
    </div>
  )
}
