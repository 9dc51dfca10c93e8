/** Asking a question. */
import { facts, type Loaded, useOperation } from '../api.ts'
import ask from '../operations/Ask.graphql?raw'
import type { Answer } from './answer.ts'

/** The answer to a question. */
export function useAnswer(question: string): Loaded<{ ask: Answer }> {
  return useOperation(ask + facts, { question })
}
