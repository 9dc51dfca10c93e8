import { layoutTiers, type TierTask } from './tiers.ts'

/** A task with its number, so that the page can tell answers apart. */
export interface NumberedTask {
  number: number
  task: TierTask
}

self.addEventListener('message', ({ data: { number, task } }: MessageEvent<NumberedTask>) => {
  self.postMessage({ number, positions: layoutTiers(task) })
})
