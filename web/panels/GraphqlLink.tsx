import { useWords } from '../words.ts'

interface Props {
  /** A whole operation with its fragments. */
  operation: string
  variables?: Readonly<Record<string, unknown>> | undefined
}

/** Opens in GraphiQL what the page asked for, with the same variables. */
export function GraphqlLink({ operation, variables }: Props) {
  const { text } = useWords()
  const parameters = new URLSearchParams({ query: operation })
  if (variables !== undefined) parameters.set('variables', JSON.stringify(variables, null, 2))
  return (
    <a className="graphql-link" href={`/graphql?${parameters.toString()}`} target="_blank" rel="noopener">
      {text.pages.answer.graphiql}
      <span aria-hidden="true"> ↗</span>
    </a>
  )
}
