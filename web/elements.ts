import type { Label, Member, RelationshipType, Stage } from './answers.ts'
import { breakLines, shortName, widthOf } from './caption.ts'
import type { Picture } from './picture.ts'
import { SHAPE_PADDING } from './stylesheet.ts'
import type { Change, Dated } from './time.ts'

/** A node as the drawing needs it. */
export interface DrawnNode {
  id: string
  label: Label
  caption: string
  width: number
  height: number
  isRoot: boolean
  /** Part of the first layout; what is not was added later and stands near `anchor`. */
  isBase: boolean
  anchor: string
  /** Whether it leads to its anchor (and so stands left of it) or away from it. */
  side: 'LEFT' | 'RIGHT'
  isHidden: boolean
  /** Only on the way to what the filters ask for. */
  isPassed: boolean
}

export interface DrawnEdge {
  id: string
  source: string
  target: string
  caption: string
  type: RelationshipType
  stage: Stage
  sourceCount: number
  change: Change | null
  isBase: boolean
  isHidden: boolean
}

export interface Elements {
  root: string
  nodes: readonly DrawnNode[]
  edges: readonly DrawnEdge[]
  /** With few edges there is room for all their captions; with more, for that of the one pointed at or selected. */
  isCaptioned: boolean
}

const CAPTIONED = 16

const FONT_SIZE = 13
const ROOT_FONT_SIZE = 15

function boxOf(label: Label, lines: readonly string[], fontSize: number): { width: number; height: number } {
  const text = Math.max(...lines.map(widthOf), 4)
  return {
    width: Math.ceil(text * fontSize + 20 + SHAPE_PADDING[label]),
    height: Math.ceil(lines.length * fontSize * 1.25 + 12),
  }
}

/** Where the entities that were added hang: at the first expanded entity they are linked with. */
function anchorsOf(
  relationships: readonly Dated[],
  expanded: readonly string[],
): Map<string, { anchor: string; side: 'LEFT' | 'RIGHT' }> {
  const anchors = new Map<string, { anchor: string; side: 'LEFT' | 'RIGHT' }>()
  for (const anchor of expanded) {
    for (const { start, end } of relationships) {
      if (start.id === anchor && !anchors.has(end.id)) anchors.set(end.id, { anchor, side: 'RIGHT' })
      if (end.id === anchor && !anchors.has(start.id)) anchors.set(start.id, { anchor, side: 'LEFT' })
    }
  }
  return anchors
}

export interface Drawing {
  /** Everything that was loaded, whenever it held: hidden parts keep their place. */
  picture: Picture
  /** What the filters leave, as of the day looked at. */
  visible: Picture
  /** The picture before anything was expanded. */
  base: Picture
  expanded: readonly string[]
  isInside: (member: Member) => boolean
  edgeCaption: (relationship: Dated) => string
}

/** Turns a picture into nodes and edges: captions, boxes, and where each belongs. */
export function elementsOf({ picture, visible, base, expanded, isInside, edgeCaption }: Drawing): Elements {
  const anchors = anchorsOf(picture.relationships, [...expanded, picture.root])
  const baseEdges = new Set(base.relationships.map(({ id }) => id))
  const shown = new Map(visible.relationships.map((relationship) => [relationship.id, relationship]))
  // Two entities whose short names are equal keep their full ones.
  const captions = new Map<string, number>()
  for (const { name } of picture.entities.values())
    captions.set(shortName(name), (captions.get(shortName(name)) ?? 0) + 1)
  const nodes = [...picture.entities.values()].map((member): DrawnNode => {
    const { id, label, name } = member
    const short = shortName(name)
    const isRoot = id === picture.root
    const lines = breakLines(captions.get(short) === 1 ? short : name, isRoot ? 3 : 2)
    return {
      id,
      label,
      caption: lines.join('\n'),
      ...boxOf(label, lines, isRoot ? ROOT_FONT_SIZE : FONT_SIZE),
      isRoot,
      isBase: base.entities.has(id),
      ...(anchors.get(id) ?? { anchor: picture.root, side: 'RIGHT' }),
      isHidden: !visible.entities.has(id),
      isPassed: !isRoot && !isInside(member),
    }
  })
  const edges = picture.relationships.map((relationship): DrawnEdge => {
    const { id, start, end, type, stage, sourceCount, change } = shown.get(relationship.id) ?? relationship
    return {
      id,
      source: start.id,
      target: end.id,
      caption: edgeCaption(shown.get(id) ?? relationship),
      type,
      stage,
      sourceCount,
      change,
      isBase: baseEdges.has(id),
      isHidden: !shown.has(id),
    }
  })
  return { root: picture.root, nodes, edges, isCaptioned: edges.length <= CAPTIONED }
}
