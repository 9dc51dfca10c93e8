import { type Label, LABELS, type Stage } from './answers.ts'
import { inkOn, type Scheme, strongColor, tintColor } from './color.ts'
import { type Change, CHANGES } from './time.ts'

/** All rules of drawing: colour and shape say the label, the line style says the stage. */

export const FONT_FAMILY = '"Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif'

/** Of edges' captions, in pixels. */
export const EDGE_FONT_SIZE = 12

/**
 * Shapes wide enough for a caption inside; colour is never the only sign. Outlines, from -1 to 1 in both directions,
 * where Cytoscape's own shapes leave too little room.
 */
export const SHAPES: Record<Label, { shape: string; outline?: readonly number[] }> = {
  COMPANY: { shape: 'round-rectangle' },
  PARK: { shape: 'polygon', outline: [-1, 0, -0.86, -1, 0.86, -1, 1, 0, 0.86, 1, -0.86, 1] },
  CLUSTER: { shape: 'ellipse' },
  POLICY: { shape: 'polygon', outline: [-1, -1, 0.86, -1, 1, 0, 0.86, 1, -1, 1] },
  PRODUCT: { shape: 'cut-rectangle' },
  PROJECT: { shape: 'polygon', outline: [-0.82, -1, 1, -1, 0.82, 1, -1, 1] },
  INSTITUTION: { shape: 'barrel' },
  REGION: { shape: 'polygon', outline: [-0.84, -1, 0.84, -1, 1, 1, -1, 1] },
}

/** Width that a shape needs beyond its caption's, in pixels. */
export const SHAPE_PADDING: Record<Label, number> = {
  COMPANY: 0,
  PARK: 8,
  CLUSTER: 22,
  POLICY: 8,
  PRODUCT: 2,
  PROJECT: 14,
  INSTITUTION: 2,
  REGION: 8,
}

/** Dashes by stage, in pixels: drawn and gap in turn; none is a solid line. Legend and graph use the same. */
export const DASHES: Record<Stage, readonly number[]> = {
  ACTIVE: [],
  BUILDING: [12, 4, 2, 4],
  SIGNED: [11, 6],
  PLANNED: [2, 4],
  ENDED: [5, 5],
}

/** Colours that belong to no label: text, lines, paper and what is chosen. */
interface Inks {
  text: string
  line: string
  ended: string
  paper: string
  accent: string
}

export const INKS: Record<Scheme, Inks> = {
  light: { text: '#17202a', line: '#5b6b7b', ended: '#9aa1a9', paper: '#ffffff', accent: '#c2410c' },
  dark: { text: '#eef1f4', line: '#93a4b5', ended: '#68707a', paper: '#15181c', accent: '#ff9d5c' },
}

/** The colour of a line of this stage. */
export function lineColor(stage: Stage, scheme: Scheme): string {
  return stage === 'ENDED' ? INKS[scheme].ended : INKS[scheme].line
}

/** Blue, vermilion and purple of a scale that the colour-blind can tell apart; signs and words say the same. */
const CHANGE_COLORS: Record<Scheme, Record<Change, string>> = {
  light: { ADDED: '#0a66a8', STOPPED: '#c2410c', MOVED: '#8b2f8f', SAME: '#7a848e' },
  dark: { ADDED: '#6ab8f0', STOPPED: '#ff9d5c', MOVED: '#dd92e0', SAME: '#7a848e' },
}

/** The colour of what became of a relationship between two days. */
export function changeColor(change: Change, scheme: Scheme): string {
  return CHANGE_COLORS[scheme][change]
}

/** What stands in the middle of a line that changed. */
const CHANGE_SHAPES: Record<Change, string> = {
  ADDED: 'diamond',
  STOPPED: 'tee',
  MOVED: 'triangle',
  SAME: 'none',
}

export interface Rule {
  selector: string
  style: Record<string, string | number | number[]>
}

function labelRules(colors: ReadonlyMap<Label, string>, scheme: Scheme): Rule[] {
  return LABELS.flatMap((label) => {
    const color = colors.get(label) ?? ''
    const strong = strongColor(color, scheme)
    const { shape, outline } = SHAPES[label]
    return [
      {
        selector: `node[label = "${label}"]`,
        style: {
          shape,
          ...(outline === undefined ? {} : { 'shape-polygon-points': outline.join(' ') }),
          'background-color': tintColor(color, scheme),
          'border-color': strong,
        },
      },
      {
        selector: `node.root[label = "${label}"]`,
        style: { 'background-color': strong, color: inkOn(strong) },
      },
    ]
  })
}

function stageRules(scheme: Scheme): Rule[] {
  const stages: readonly Stage[] = ['ACTIVE', 'BUILDING', 'SIGNED', 'PLANNED', 'ENDED']
  return stages.map((stage) => ({
    selector: `edge[stage = "${stage}"]`,
    style: {
      'line-color': lineColor(stage, scheme),
      'target-arrow-color': lineColor(stage, scheme),
      ...(DASHES[stage].length === 0
        ? {}
        : { 'line-style': 'dashed', 'line-dash-pattern': [...DASHES[stage]] }),
    },
  }))
}

function changeRules(scheme: Scheme): Rule[] {
  return CHANGES.flatMap((change): Rule[] => {
    const color = changeColor(change, scheme)
    if (change === 'SAME') return [{ selector: 'edge[change = "SAME"]', style: { opacity: 0.45 } }]
    return [
      {
        selector: `edge[change = "${change}"]`,
        style: {
          'line-color': color,
          'target-arrow-color': color,
          'mid-target-arrow-shape': CHANGE_SHAPES[change],
          'mid-target-arrow-color': color,
          'underlay-color': color,
          'underlay-opacity': 0.18,
          'underlay-padding': 3,
          'text-border-color': color,
          'z-index': 3,
        },
      },
    ]
  })
}

/** The stylesheet of the graph for these colours of labels, on a light or dark page. */
export function stylesheet(colors: ReadonlyMap<Label, string>, scheme: Scheme): Rule[] {
  const { text, paper, accent } = INKS[scheme]
  return [
    { selector: 'node', style: { width: 'data(width)', height: 'data(height)', 'border-width': 1.6 } },
    // Only where there is a caption: what most elements do not need costs time on each of them.
    {
      selector: 'node.lettered, node.landmark',
      style: {
        label: 'data(caption)',
        color: text,
        'font-family': FONT_FAMILY,
        'font-size': 13,
        'line-height': 1.22,
        'text-wrap': 'wrap',
        'text-max-width': '1000px',
        'text-valign': 'center',
        'text-halign': 'center',
      },
    },
    { selector: ':active', style: { 'overlay-opacity': 0 } },
    {
      selector: 'core',
      style: {
        'selection-box-color': accent,
        'selection-box-opacity': 0.15,
        'selection-box-border-color': accent,
        'selection-box-border-width': 1,
        'active-bg-opacity': 0,
      },
    },
    { selector: 'node.root', style: { 'font-size': 15, 'font-weight': 'bold', 'border-width': 2 } },
    {
      selector: 'edge',
      style: {
        width: 'data(width)',
        'curve-style': 'bezier',
        'control-point-step-size': 26,
        'target-arrow-shape': 'triangle',
        'arrow-scale': 0.85,
      },
    },
    {
      selector: 'edge.captioned, edge.hovered, edge.selected, edge.path',
      style: {
        label: 'data(caption)',
        color: text,
        'font-family': FONT_FAMILY,
        'font-size': EDGE_FONT_SIZE,
        'text-background-color': paper,
        'text-background-opacity': 0.94,
        'text-background-padding': '3px',
        'text-background-shape': 'roundrectangle',
        'text-border-color': accent,
      },
    },
    ...labelRules(colors, scheme),
    ...stageRules(scheme),
    // Not confirmed yet: an open arrow on a fainter line.
    { selector: 'edge.pending', style: { 'line-opacity': 0.65, 'target-arrow-fill': 'hollow' } },
    // Hundreds of lines at full strength are one dark area.
    { selector: 'edge.crowd', style: { 'line-opacity': 0.4, width: 1 } },
    {
      selector: 'node.landmark',
      style: {
        'text-outline-color': paper,
        'text-outline-width': 3,
        color: text,
        'z-index': 8,
      },
    },
    ...changeRules(scheme),
    { selector: 'node.passed', style: { opacity: 0.5 } },
    // Cooperation has no direction.
    { selector: 'edge[type = "COOPERATES_WITH"]', style: { 'target-arrow-shape': 'none' } },
    // A pile: what opens when it is clicked.
    {
      selector: 'node.group',
      style: {
        'border-width': 4,
        'border-style': 'double',
        'font-weight': 'bold',
        ghost: 'yes',
        'ghost-offset-x': 5,
        'ghost-offset-y': 5,
        'ghost-opacity': 0.5,
      },
    },
    // Put there by hand: a thick foot, as of something that stands.
    {
      selector: 'node.pinned',
      style: {
        'underlay-color': text,
        'underlay-opacity': 0.22,
        'underlay-padding': 4,
        'underlay-shape': 'round-rectangle',
      },
    },
    { selector: '.hidden', style: { display: 'none' } },
    {
      selector: 'edge.near, edge.hovered, edge.selected, edge.path',
      style: { 'line-color': accent, 'target-arrow-color': accent, 'z-index': 5 },
    },
    { selector: 'edge.path', style: { width: 3.5, 'line-opacity': 1 } },
    {
      selector: 'edge.selected',
      style: {
        'underlay-color': accent,
        'underlay-opacity': 0.25,
        'underlay-padding': 4,
        'text-border-opacity': 1,
        'text-border-width': 1,
        'z-index': 9,
      },
    },
    {
      selector: 'node.marked',
      style: { 'border-color': accent, 'border-width': 4, 'border-style': 'double' },
    },
    {
      selector: 'node.selected, node.hovered',
      style: { 'border-color': accent, 'border-width': 3, 'z-index': 9 },
    },
  ]
}
