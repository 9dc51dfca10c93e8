import type { Placed } from './task.ts'

const CELL = 120

/** Which places are taken, by squares of the plane, so that asking costs the same however much is placed. */
export class Occupancy {
  readonly #cells = new Map<string, Placed[]>()
  readonly #margin: number

  constructor(margin: number) {
    this.#margin = margin
  }

  #keysOf({ x, y, width, height }: Placed): string[] {
    const [halfWidth, halfHeight] = [(width + this.#margin) / 2, (height + this.#margin) / 2]
    const keys: string[] = []
    for (
      let column = Math.floor((x - halfWidth) / CELL);
      column <= Math.floor((x + halfWidth) / CELL);
      column++
    )
      for (let row = Math.floor((y - halfHeight) / CELL); row <= Math.floor((y + halfHeight) / CELL); row++)
        keys.push(`${String(column)} ${String(row)}`)
    return keys
  }

  #overlap(a: Placed, b: Placed): boolean {
    return (
      Math.abs(a.x - b.x) < (a.width + b.width) / 2 + this.#margin &&
      Math.abs(a.y - b.y) < (a.height + b.height) / 2 + this.#margin
    )
  }

  add(box: Placed): void {
    for (const key of this.#keysOf(box)) {
      const cell = this.#cells.get(key)
      if (cell === undefined) this.#cells.set(key, [box])
      else cell.push(box)
    }
  }

  /** Whether a box has room here, with a margin to every other. */
  isFree(box: Placed): boolean {
    return this.#keysOf(box).every((key) =>
      (this.#cells.get(key) ?? []).every((other) => !this.#overlap(box, other)),
    )
  }
}
