export interface Box {
  id: string
  width: number
  height: number
}

/** A box that stands beside those of its sector. */
export interface SectorBox extends Box {
  sector: string
}

/** A box of a concentric picture: also how far out it stands. */
export interface RingedBox extends SectorBox {
  ring: number
}

export interface Link {
  source: string
  target: string
}

export interface Position {
  x: number
  y: number
}

/** A box in its place. */
export interface Placed extends Position {
  width: number
  height: number
}

/** The shape of the room there is for a drawing. */
export interface Room {
  width: number
  height: number
}

interface Task {
  root: string
  links: readonly Link[]
  room: Room
  /** What stands where it stands. */
  pinned: ReadonlyMap<string, Placed>
}

/** Suppliers left, customers right, tier by tier. */
export interface TierTask extends Task {
  kind: 'TIERS'
  boxes: readonly Box[]
  /** Whether captions stand on the lines. */
  isCaptioned: boolean
}

/** What is linked stands together. */
export interface ForceTask extends Task {
  kind: 'FORCE'
  boxes: readonly SectorBox[]
}

/** Rings around the root. */
export interface RingTask extends Task {
  kind: 'RINGS'
  boxes: readonly RingedBox[]
}

export type LayoutTask = TierTask | ForceTask | RingTask
