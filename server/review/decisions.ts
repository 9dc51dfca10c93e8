/** DATA_DIR/decisions.jsonl: one decision a line, only ever added to. */
import { appendFileSync, existsSync, mkdirSync, readFileSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import type { Label } from '../model/model.ts'
import { nameKey } from '../names/normalise.ts'
import { decisionShape, type Action, type DecidedName, type Decision } from './decision.ts'

/** A log that can't be read: which line, and what to do. */
export class DecisionError extends Error {
  override readonly name = 'DecisionError'
}

const fileIn = (dataDir: string): string => join(dataDir, 'decisions.jsonl')

/** Every decision of a DATA_DIR, oldest first. Throws DecisionError for a line that is none; a last line cut short is left out. */
export const readDecisions = (dataDir: string): readonly Decision[] => {
  const file = fileIn(dataDir)
  if (!existsSync(file)) return []
  const lines = readFileSync(file, 'utf8').split('\n')
  // The part after the last line break is what a kill left of a line.
  return lines.slice(0, -1).map((line, index) => {
    try {
      return decisionShape.parse(JSON.parse(line))
    } catch {
      throw new DecisionError(
        `${file}, line ${(index + 1).toString()}: this is no decision; correct the line, or take it out`,
      )
    }
  })
}

/** Adds a decision to the log, in place of what a kill may have left of a line. */
export const appendDecision = (dataDir: string, decision: Decision): void => {
  mkdirSync(dataDir, { recursive: true })
  const file = fileIn(dataDir)
  if (existsSync(file)) {
    const bytes = readFileSync(file)
    truncateSync(file, bytes.lastIndexOf('\n') + 1)
  }
  appendFileSync(file, `${JSON.stringify(decision)}\n`)
}

const keyOf = ({ label, name }: DecidedName): string => `${label} ${nameKey(name)}`

/** What the decisions that hold say of names and facts: the last word counts. */
export class Decisions {
  private readonly facts = new Map<string, 'ACCEPT' | 'REJECT'>()
  private readonly names = new Map<string, 'ACCEPT' | 'REJECT'>()
  private readonly same = new Map<string, DecidedName>()
  private readonly labels = new Map<string, Label>()

  constructor(all: readonly Decision[]) {
    const undone = new Set(
      [...all].reverse().reduce<string[]>((ids, { id, action }) => {
        // An undone UNDO undoes nothing.
        return action.kind === 'UNDO' && !ids.includes(id) ? [...ids, action.decision] : ids
      }, []),
    )
    for (const { id, action } of all) if (!undone.has(id)) this.take(action)
  }

  /** Whether a person confirmed or refused a fact; undefined where nobody said. */
  fact(id: string): 'ACCEPT' | 'REJECT' | undefined {
    return this.facts.get(id)
  }

  /** Whether a person confirmed or refused a name; undefined where nobody said. */
  name(of: DecidedName): 'ACCEPT' | 'REJECT' | undefined {
    return this.names.get(keyOf(of))
  }

  /** What a name of a document means: another kind or name where a person said so, else itself. */
  meaning(of: DecidedName, document: string): DecidedName {
    const retyped = { label: this.labels.get(keyOf(of)) ?? of.label, name: of.name }
    return (
      this.same.get(`${document} ${keyOf(retyped)}`) ??
      this.same.get(`${document} ${keyOf(of)}`) ??
      this.same.get(` ${keyOf(retyped)}`) ??
      this.same.get(` ${keyOf(of)}`) ??
      retyped
    )
  }

  private take(action: Action): void {
    switch (action.kind) {
      case 'ACCEPT_FACT':
        this.facts.set(action.fact, 'ACCEPT')
        break
      case 'REJECT_FACT':
        this.facts.set(action.fact, 'REJECT')
        break
      case 'ACCEPT_NAME':
        this.names.set(keyOf(action.of), 'ACCEPT')
        break
      case 'REJECT_NAME':
        this.names.set(keyOf(action.of), 'REJECT')
        break
      case 'SAME':
      case 'SPLIT':
        this.same.set(`${action.document ?? ''} ${keyOf(action.of)}`, action.as)
        break
      case 'RETYPE':
        this.labels.set(keyOf(action.of), action.label)
        break
      case 'UNDO':
        break
    }
  }
}
