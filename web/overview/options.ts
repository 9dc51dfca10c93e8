/** What the plots of the overview draw. Names from the data are plain text of the drawing, never markup. */
import type { ChartOption, TooltipComponentOption } from './chart.ts'
import { COLORS, INK, plotBase } from './look.ts'
import { type Amount, type Flow, REST, type Supply, UNNAMED } from './supply.ts'
import type { Scheme } from '../color.ts'

export interface PlotWords {
  title: string
  description: string
  unnamed: string
  noPlace: string
  rest: string
  count: (value: number) => string
}

/** Marks drawn by themselves in a treemap; what is smaller could not be read. */
const MOST_PRODUCTS = 60

function describe({ title, description }: PlotWords): string {
  return `${title}。${description}`
}

/** The words of a tooltip as one text: ECharts' HTML tooltips would need inline styles. */
function tooltip(words: PlotWords, nameOf: (key: string) => string): TooltipComponentOption {
  return {
    renderMode: 'richText',
    confine: true,
    formatter: (parameters) => {
      const [first] = Array.isArray(parameters) ? parameters : [parameters]
      const data: unknown = first?.data
      if (typeof data !== 'object' || data === null || !('value' in data)) return ''
      const value = typeof data.value === 'number' ? words.count(data.value) : ''
      if ('key' in data) return `${nameOf(String(data.key))}\n${value}`
      if ('source' in data && 'target' in data)
        return `${nameOf(String(data.source).slice(1))} → ${nameOf(String(data.target).slice(1))}\n${value}`
      return ''
    },
  }
}

/** Products by how many supplies name them. */
export function treemapOf(products: readonly Amount[], words: PlotWords): ChartOption {
  const shown = products.filter(({ key }) => key !== UNNAMED).slice(0, MOST_PRODUCTS)
  return {
    ...plotBase(describe(words)),
    tooltip: tooltip(words, (key) => key),
    series: [
      {
        type: 'treemap',
        roam: false,
        nodeClick: false,
        breadcrumb: { show: false },
        left: 0,
        right: 0,
        top: 0,
        bottom: 0,
        label: { fontSize: 13, color: '#fff', overflow: 'truncate' },
        itemStyle: { gapWidth: 2, borderWidth: 0 },
        data: shown.map(({ key, name, value }, index) => ({
          key,
          name,
          value,
          itemStyle: { color: COLORS[index % COLORS.length] ?? '' },
        })),
      },
    ],
  }
}

/** From the places of the suppliers to what they supply. */
export function sankeyOf(
  supply: Supply,
  flows: readonly Flow[],
  words: PlotWords,
  scheme: Scheme,
): ChartOption {
  const names = new Map(supply.places.map(({ key, name }) => [key, name]))
  const placeName = (key: string): string =>
    key === UNNAMED ? words.noPlace : key === REST ? words.rest : (names.get(key) ?? key)
  const productName = (key: string): string =>
    key === UNNAMED ? words.unnamed : key === REST ? words.rest : key
  // The nodes of both sides need different names: a letter in front tells the side.
  const nameOf = (node: string): string =>
    node.startsWith('P') ? placeName(node.slice(1)) : productName(node.slice(1))
  const nodes = [
    ...new Set(flows.map(({ place }) => `P${place}`)),
    ...new Set(flows.map(({ product }) => `Q${product}`)),
  ]
  return {
    ...plotBase(describe(words)),
    tooltip: tooltip(words, (key) => names.get(key) ?? productName(key)),
    series: [
      {
        type: 'sankey',
        left: 4,
        right: 130,
        top: 8,
        bottom: 8,
        nodeGap: 9,
        draggable: false,
        emphasis: { focus: 'adjacency' },
        label: {
          color: INK[scheme],
          fontSize: 12.5,
          width: 124,
          overflow: 'truncate',
          formatter: ({ name }) => nameOf(name),
        },
        lineStyle: { color: 'source', opacity: 0.35 },
        data: nodes.map((name) => ({ name })),
        links: flows.map(({ place, product, value }) => ({
          source: `P${place}`,
          target: `Q${product}`,
          value,
        })),
      },
    ],
  }
}
