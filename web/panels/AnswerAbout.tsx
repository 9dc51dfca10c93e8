import type { Answer } from '../answer/answer.ts'
import { useWords } from '../words.ts'

/** What was searched for an answer. */
export function AnswerAbout({ answer }: { answer: Answer }) {
  const { text } = useWords()
  const { searched, relationships } = answer
  const words = text.pages.answer
  return (
    <section className="answer-about" aria-label={words.about}>
      {relationships.length > 0 && <p className="quiet">{words.selectHint}</p>}
      <h3>{words.searched}</h3>
      <p>
        {words.documents(searched.documents)}
        {searched.from !== null && searched.to !== null && (
          <span className="quiet"> · {words.dates(searched.from, searched.to)}</span>
        )}
      </p>
      <p className="quiet">{searched.note}</p>
    </section>
  )
}
