import type { Label, Member, RelationshipType, Stage } from './answers.ts'
import { breakLines, shortName, widthOf } from './caption.ts'
import type { Group, Grouping } from './grouping.ts'
import type { LayoutTask } from './layout/task.ts'
import type { Picture } from './picture.ts'
import { SHAPE_PADDING } from './stylesheet.ts'
import type { Change, Dated } from './time.ts'

export type LayoutKind = LayoutTask['kind']

/** A node as the drawing needs it: an entity, or a group of them around a hub. */
export interface DrawnNode {
  id: string
  label: Label
  caption: string
  width: number
  height: number
  isRoot: boolean
  isGroup: boolean
  /** Part of the first layout; what is not was added later and stands near `anchor`. */
  isBase: boolean
  anchor: string
  /** Whether it leads to its anchor (and so stands left of it) or away from it. */
  side: 'LEFT' | 'RIGHT'
  isHidden: boolean
  /** Only on the way to what the filters ask for. */
  isPassed: boolean
  /** In a concentric picture: how far out, and beside which others. */
  ring: number
  sector: string
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
  isPending: boolean
  /** Part of a way that was asked for. */
  isOnPath: boolean
  /** Stands for the relationships of a group. */
  isGroup: boolean
  isBase: boolean
  isHidden: boolean
}

export interface Elements {
  root: string
  layout: LayoutKind
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

interface Ringed {
  ring: number
  sector: string
}

/**
 * Where members stand in a concentric picture of a cluster: its parks on the inner ring, around each its companies
 * (:Company)-[:LOCATED_IN]->(:Park), all others beside those of their label.
 */
function ringsOf({ root, entities, relationships }: Picture): (member: Member) => Ringed {
  const parks = new Map<string, string>()
  for (const { type, start, end } of relationships)
    if (type === 'LOCATED_IN' && end.label === 'PARK' && end.id !== root && !parks.has(start.id))
      parks.set(start.id, end.id)
  const hasParks = [...entities.values()].some(({ label }) => label === 'PARK')
  return ({ id, label }) => {
    if (label === 'PARK') return { ring: 1, sector: id }
    const isOuter = hasParks && label === 'COMPANY'
    return { ring: isOuter ? 2 : 1, sector: (isOuter ? parks.get(id) : undefined) ?? label }
  }
}

export interface Drawing {
  layout: LayoutKind
  /** Everything that was loaded, whenever it held: hidden parts keep their place. */
  picture: Picture
  /** What the filters leave, as of the day looked at, with what is folded around hubs. */
  grouping: Grouping
  /** The picture before anything was expanded. */
  base: Picture
  expanded: readonly string[]
  /** Ids of the relationships of the ways that were asked for. */
  onPath: ReadonlySet<string>
  isInside: (member: Member) => boolean
  edgeCaption: (relationship: Dated) => string
  groupCaption: (group: Group) => string
}

/** Two entities whose short names are equal keep their full ones. */
function captionsOf(picture: Picture): (name: string) => string {
  const counts = new Map<string, number>()
  for (const { name } of picture.entities.values())
    counts.set(shortName(name), (counts.get(shortName(name)) ?? 0) + 1)
  return (name) => (counts.get(shortName(name)) === 1 ? shortName(name) : name)
}

function nodesOf(drawing: Drawing, folded: ReadonlySet<string>): DrawnNode[] {
  const { picture, grouping, base, expanded, isInside } = drawing
  const anchors = anchorsOf(picture.relationships, [...expanded, picture.root])
  const captionOf = captionsOf(picture)
  const ringOf = ringsOf(picture)
  const members = [...picture.entities.values()].filter(({ id }) => !folded.has(id))
  return members.map((member): DrawnNode => {
    const { id, label, name } = member
    const isRoot = id === picture.root
    const lines = breakLines(captionOf(name), isRoot ? 3 : 2)
    return {
      id,
      label,
      caption: lines.join('\n'),
      ...boxOf(label, lines, isRoot ? ROOT_FONT_SIZE : FONT_SIZE),
      isRoot,
      isGroup: false,
      isBase: base.entities.has(id),
      ...(anchors.get(id) ?? { anchor: picture.root, side: 'RIGHT' }),
      isHidden: !grouping.picture.entities.has(id),
      isPassed: !isRoot && !isInside(member),
      ...ringOf(member),
    }
  })
}

function edgesOf(
  { picture, grouping, base, onPath, edgeCaption }: Drawing,
  folded: ReadonlySet<string>,
): DrawnEdge[] {
  const baseEdges = new Set(base.relationships.map(({ id }) => id))
  const shown = new Map(grouping.picture.relationships.map((relationship) => [relationship.id, relationship]))
  const drawn = picture.relationships.filter(({ start, end }) => !folded.has(start.id) && !folded.has(end.id))
  return drawn.map((relationship): DrawnEdge => {
    const current = shown.get(relationship.id) ?? relationship
    const { id, start, end, type, stage, sourceCount, change, pending } = current
    return {
      id,
      source: start.id,
      target: end.id,
      caption: edgeCaption(current),
      type,
      stage,
      sourceCount,
      change,
      isPending: pending,
      isOnPath: onPath.has(id),
      isGroup: false,
      isBase: baseEdges.has(id),
      isHidden: !shown.has(id),
    }
  })
}

/** A group is one node, linked with its hub by one edge. */
function groupElements(
  { key, hub, type, direction, label, members }: Group,
  caption: string,
  base: Picture,
): { node: DrawnNode; edge: DrawnEdge } {
  const lines = breakLines(caption, 2)
  const isBase = members.some((id) => base.entities.has(id))
  const [source, target] = direction === 'IN' ? [key, hub] : [hub, key]
  return {
    node: {
      id: key,
      label,
      caption: lines.join('\n'),
      ...boxOf(label, lines, FONT_SIZE),
      isRoot: false,
      isGroup: true,
      isBase,
      anchor: hub,
      side: direction === 'IN' ? 'LEFT' : 'RIGHT',
      isHidden: false,
      isPassed: false,
      ring: 1,
      sector: key,
    },
    edge: {
      id: `${key} edge`,
      source,
      target,
      caption: String(members.length),
      type,
      stage: 'ACTIVE',
      sourceCount: members.length,
      change: null,
      isPending: false,
      isOnPath: false,
      isGroup: true,
      isBase,
      isHidden: false,
    },
  }
}

/** Turns a picture into nodes and edges: captions, boxes, and where each belongs. */
export function elementsOf(drawing: Drawing): Elements {
  const { layout, picture, grouping, base, groupCaption } = drawing
  const folded = new Set(grouping.groups.flatMap(({ members }) => members))
  const groups = grouping.groups.map((group) => groupElements(group, groupCaption(group), base))
  const edges = [...edgesOf(drawing, folded), ...groups.map(({ edge }) => edge)]
  return {
    root: picture.root,
    layout,
    nodes: [...nodesOf(drawing, folded), ...groups.map(({ node }) => node)],
    edges,
    isCaptioned: edges.length <= CAPTIONED,
  }
}
