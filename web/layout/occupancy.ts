import type { Placed } from './task.ts'

/** About the size of a box: most boxes then touch few squares, and a square holds few boxes. */
const CELL_WIDTH = 130
const CELL_HEIGHT = 45
/** More rows than any drawing has, so that column and row make one number. */
const ROWS = 1 << 20

/** Which places are taken, by cells of the plane, so that asking costs the same however much is placed. */
export class Occupancy {
  readonly #cells = new Map<number, Placed[]>()
  readonly #margin: number
  /** What was in the way last: it mostly is in the way of the next try beside it, too. */
  #blocking: Placed | undefined

  constructor(margin: number) {
    this.#margin = margin
  }

  #overlap(a: Placed, b: Placed): boolean {
    return (
      Math.abs(a.x - b.x) < (a.width + b.width) / 2 + this.#margin &&
      Math.abs(a.y - b.y) < (a.height + b.height) / 2 + this.#margin
    )
  }

  /** Columns and rows of the cells that a box touches with half its margin. */
  #cellsOf({ x, y, width, height }: Placed): [left: number, right: number, top: number, bottom: number] {
    const [halfWidth, halfHeight] = [(width + this.#margin) / 2, (height + this.#margin) / 2]
    return [
      Math.floor((x - halfWidth) / CELL_WIDTH),
      Math.floor((x + halfWidth) / CELL_WIDTH),
      Math.floor((y - halfHeight) / CELL_HEIGHT),
      Math.floor((y + halfHeight) / CELL_HEIGHT),
    ]
  }

  add(box: Placed): void {
    const [left, right, top, bottom] = this.#cellsOf(box)
    for (let column = left; column <= right; column++)
      for (let row = top; row <= bottom; row++) {
        const key = column * ROWS + row
        const cell = this.#cells.get(key)
        if (cell === undefined) this.#cells.set(key, [box])
        else cell.push(box)
      }
  }

  /** Whether a box has room here, with a margin to every other. */
  isFree(box: Placed): boolean {
    if (this.#blocking !== undefined && this.#overlap(box, this.#blocking)) return false
    const [left, right, top, bottom] = this.#cellsOf(box)
    for (let column = left; column <= right; column++)
      for (let row = top; row <= bottom; row++)
        for (const other of this.#cells.get(column * ROWS + row) ?? [])
          if (this.#overlap(box, other)) {
            this.#blocking = other
            return false
          }
    return true
  }
}
