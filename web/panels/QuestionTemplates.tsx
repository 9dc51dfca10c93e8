import { useState } from 'react'
import { fillTemplate, type TemplatePart, templateParts } from '../answer/template.ts'
import { templatesText } from '../text/templates.ts'
import { useWords } from '../words.ts'
import { SearchBox } from './SearchBox.tsx'

interface Props {
  onAsk: (question: string) => void
}

/** A pattern as one line, its blanks marked. */
function Pattern({ parts }: { parts: readonly TemplatePart[] }) {
  return parts.map(({ text, isBlank }, index) =>
    isBlank ? (
      <span key={index} className="blank">
        {text}
      </span>
    ) : (
      <span key={index}>{text}</span>
    ),
  )
}

/** A pattern to fill in: a box for each blank; the last one filled asks. */
function Filling({ parts, onAsk }: Props & { parts: readonly TemplatePart[] }) {
  const words = templatesText(useWords().language)
  const [names, setNames] = useState<ReadonlyMap<number, string>>(new Map())
  const fill = (index: number, name: string): void => {
    const next = new Map(names).set(index, name)
    const question = fillTemplate(parts, next)
    setNames(next)
    if (question !== null) onAsk(question)
  }
  const empty = (index: number): void => {
    setNames(new Map([...names].filter(([other]) => other !== index)))
  }
  return (
    <p className="filling">
      {parts.map(({ text, isBlank }, index) => {
        const name = names.get(index)
        if (!isBlank) return <span key={index}>{text}</span>
        if (name === undefined)
          return (
            <SearchBox
              key={index}
              label={text}
              onPick={(_id, entity) => {
                fill(index, entity.name)
              }}
            />
          )
        return (
          <button
            key={index}
            type="button"
            className="blank filled"
            title={words.change(text)}
            onClick={() => {
              empty(index)
            }}
          >
            {name}
          </button>
        )
      })}
    </p>
  )
}

/** Patterns of questions beside the one box, for those who do not know what can be asked. */
export function QuestionTemplates({ onAsk }: Props) {
  const { title, patterns } = templatesText(useWords().language)
  const [chosen, setChosen] = useState<string | null>(null)
  return (
    <section className="templates" aria-label={title}>
      <h2>{title}</h2>
      <div className="patterns">
        {patterns.map((pattern) => (
          <button
            key={pattern}
            type="button"
            className="action"
            aria-pressed={pattern === chosen}
            onClick={() => {
              setChosen(pattern === chosen ? null : pattern)
            }}
          >
            <Pattern parts={templateParts(pattern)} />
          </button>
        ))}
      </div>
      {chosen !== null && <Filling key={chosen} parts={templateParts(chosen)} onAsk={onAsk} />}
    </section>
  )
}
