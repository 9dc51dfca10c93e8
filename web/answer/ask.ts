/** Asking a question. */
import { type Loaded, useOperation } from '../api.ts'
import ask from '../operations/Ask.graphql?raw'
import { withFragments } from '../operations/withFragments.ts'
import type { Answer } from './answer.ts'

/** The answer to a question. */
export function useAnswer(question: string): Loaded<{ ask: Answer }> {
  return useOperation(withFragments(ask), { question })
}
