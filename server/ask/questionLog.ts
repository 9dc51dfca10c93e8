/** DATA_DIR/questions.jsonl: what could not be read, one question a line and nothing of who asked, so that the grammar grows by review. */
import { appendFileSync, mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** The name of the file in DATA_DIR. */
export const questionFile = 'questions.jsonl'

/** The file grows to so many bytes at most; what comes later is not kept until somebody moves the file away. */
export const mostLogBytes = 1_000_000

/** Notes a question that could not be read. */
export type NoteQuestion = (question: string) => void

/** Controls, characters that show nothing or turn the line round, and line breaks of other kinds. */
const hidden = /[\p{C}\p{Zl}\p{Zp}]/gu

const escaped = (character: string): string =>
  Array.from(
    { length: character.length },
    (_none, index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`,
  ).join('')

/** A question as its line: a JSON text in which nothing is hidden. */
export const questionLine = (question: string): string =>
  `${JSON.stringify(question).replace(hidden, escaped)}\n`

const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0

/**
 * The log of a DATA_DIR. It never throws: what can't be written (a full disk, a full log) goes to `failed` as a sentence,
 * once for each reason.
 */
export const openQuestionLog = (dataDir: string, failed: (sentence: string) => void): NoteQuestion => {
  const file = join(dataDir, questionFile)
  const said = new Set<string>()
  const say = (sentence: string): void => {
    if (said.has(sentence)) return
    said.add(sentence)
    failed(sentence)
  }
  return (question) => {
    const line = questionLine(question)
    try {
      if (sizeOf(file) + Buffer.byteLength(line) > mostLogBytes) {
        say(
          `${file} is full (${mostLogBytes.toString()} bytes); read it and move it away, then questions are kept again`,
        )
        return
      }
      mkdirSync(dataDir, { recursive: true })
      appendFileSync(file, line)
    } catch (error) {
      say(
        `${file} can't be written (${error instanceof Error ? error.message : 'unknown'}); questions are not kept`,
      )
    }
  }
}
