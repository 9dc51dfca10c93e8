/** Where decisions are taken: each is kept at once, and the graph is made anew with it, one after another. */
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Action, Decision } from './decision.ts'
import { appendDecision } from './decisions.ts'

/** How long a load by someone else is waited for, and how often it is looked at again. */
const patience = { longest: 30_000, pause: 250 } as const

export interface DeskOptions {
  readonly dataDir: string
  /** Makes the graph from its sources and decisions; rejects with `isBusy` while another load is at work. */
  readonly replay: () => Promise<void>
  readonly isBusy: (error: unknown) => boolean
}

/** Takes decisions in turn. */
export class ReviewDesk {
  private last: Promise<unknown> = Promise.resolve()

  constructor(private readonly options: DeskOptions) {}

  /**
   * Keeps a decision and makes the graph with it. Throws what the load throws; the decision is kept all the same, and
   * every later load replays it.
   */
  decide(action: Action, reviewer: string): Promise<Decision> {
    const decision: Decision = { id: randomUUID(), at: new Date().toISOString(), reviewer, action }
    const taken = this.last.then(async () => {
      appendDecision(this.options.dataDir, decision)
      await this.replay(performance.now() + patience.longest)
      return decision
    })
    this.last = taken.catch(() => undefined)
    return taken
  }

  private async replay(deadline: number): Promise<void> {
    try {
      await this.options.replay()
    } catch (error) {
      if (!this.options.isBusy(error) || performance.now() > deadline) throw error
      await sleep(patience.pause)
      await this.replay(deadline)
    }
  }
}
