import { layoutForce } from './force.ts'
import { layoutRings } from './rings.ts'
import type { LayoutTask, Position } from './task.ts'
import { layoutTiers } from './tiers.ts'

/** A task with its number, so that the page can tell answers apart. */
export interface NumberedTask {
  number: number
  task: LayoutTask
}

function place(task: LayoutTask): Map<string, Position> {
  switch (task.kind) {
    case 'TIERS':
      return layoutTiers(task)
    case 'FORCE':
      return layoutForce(task)
    case 'RINGS':
      return layoutRings(task)
  }
}

self.addEventListener('message', ({ data: { number, task } }: MessageEvent<NumberedTask>) => {
  self.postMessage({ number, positions: place(task) })
})
