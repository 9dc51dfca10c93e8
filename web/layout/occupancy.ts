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

  constructor(margin: number) {
    this.#margin = margin
  }

  /** Goes through the cells that a box touches until one of them says no. */
  #every({ x, y, width, height }: Placed, test: (key: number) => boolean): boolean {
    const [halfWidth, halfHeight] = [(width + this.#margin) / 2, (height + this.#margin) / 2]
    const lastColumn = Math.floor((x + halfWidth) / CELL_WIDTH)
    const lastRow = Math.floor((y + halfHeight) / CELL_HEIGHT)
    for (let column = Math.floor((x - halfWidth) / CELL_WIDTH); column <= lastColumn; column++)
      for (let row = Math.floor((y - halfHeight) / CELL_HEIGHT); row <= lastRow; row++)
        if (!test(column * ROWS + row)) return false
    return true
  }

  #overlap(a: Placed, b: Placed): boolean {
    return (
      Math.abs(a.x - b.x) < (a.width + b.width) / 2 + this.#margin &&
      Math.abs(a.y - b.y) < (a.height + b.height) / 2 + this.#margin
    )
  }

  add(box: Placed): void {
    this.#every(box, (key) => {
      const cell = this.#cells.get(key)
      if (cell === undefined) this.#cells.set(key, [box])
      else cell.push(box)
      return true
    })
  }

  /** Whether a box has room here, with a margin to every other. */
  isFree(box: Placed): boolean {
    return this.#every(box, (key) => {
      const cell = this.#cells.get(key)
      return cell === undefined || !cell.some((other) => this.#overlap(box, other))
    })
  }
}
