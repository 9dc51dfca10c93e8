import type { Label, Relationship, RelationshipType, Stage } from './answers.ts'
import { breakLines, shortName, widthOf } from './caption.ts'
import type { Picture } from './picture.ts'
import { SHAPE_PADDING } from './stylesheet.ts'

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
}

export interface DrawnEdge {
  id: string
  source: string
  target: string
  caption: string
  type: RelationshipType
  stage: Stage
  sourceCount: number
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
  relationships: readonly Relationship[],
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
  /** Everything that was loaded: hidden parts keep their place. */
  picture: Picture
  /** The ids of what the filters leave. */
  visible: Picture
  /** The picture before anything was expanded. */
  base: Picture
  expanded: readonly string[]
  edgeCaption: (relationship: Relationship) => string
}

/** Turns a picture into nodes and edges: captions, boxes, and where each belongs. */
export function elementsOf({ picture, visible, base, expanded, edgeCaption }: Drawing): Elements {
  const anchors = anchorsOf(picture.relationships, [...expanded, picture.root])
  const baseEdges = new Set(base.relationships.map(({ id }) => id))
  const visibleEdges = new Set(visible.relationships.map(({ id }) => id))
  // Two entities whose short names are equal keep their full ones.
  const captions = new Map<string, number>()
  for (const { name } of picture.entities.values())
    captions.set(shortName(name), (captions.get(shortName(name)) ?? 0) + 1)
  const nodes = [...picture.entities.values()].map(({ id, label, name }): DrawnNode => {
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
    }
  })
  const edges = picture.relationships.map((relationship): DrawnEdge => ({
    id: relationship.id,
    source: relationship.start.id,
    target: relationship.end.id,
    caption: edgeCaption(relationship),
    type: relationship.type,
    stage: relationship.stage,
    sourceCount: relationship.sourceCount,
    isBase: baseEdges.has(relationship.id),
    isHidden: !visibleEdges.has(relationship.id),
  }))
  return { root: picture.root, nodes, edges, isCaptioned: edges.length <= CAPTIONED }
}
