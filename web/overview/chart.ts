/** The only module that knows ECharts: plots drawn as SVG, without animation. */
import {
  BarChart,
  type BarSeriesOption,
  SankeyChart,
  type SankeySeriesOption,
  TreemapChart,
  type TreemapSeriesOption,
} from 'echarts/charts'
import {
  AriaComponent,
  type AriaComponentOption,
  GridComponent,
  type GridComponentOption,
  TooltipComponent,
  type TooltipComponentOption,
} from 'echarts/components'
import { type ComposeOption, init, use as register } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'

register([AriaComponent, BarChart, GridComponent, SankeyChart, SVGRenderer, TooltipComponent, TreemapChart])

export type { TooltipComponentOption }
export type ChartOption = ComposeOption<
  | AriaComponentOption
  | BarSeriesOption
  | GridComponentOption
  | SankeySeriesOption
  | TooltipComponentOption
  | TreemapSeriesOption
>

export interface Chart {
  show: (option: ChartOption) => void
  resize: () => void
  destroy: () => void
}

/** What a mark carries that was clicked. */
function keyIn(data: unknown): string | null {
  return typeof data === 'object' && data !== null && 'key' in data && typeof data.key === 'string'
    ? data.key
    : null
}

/** Starts a plot in this container; `onPick` gets the key of the mark that is clicked. */
export function createChart(container: HTMLElement, onPick: (key: string) => void): Chart {
  const chart = init(container, null, { renderer: 'svg' })
  chart.on('click', ({ data }) => {
    const key = keyIn(data)
    if (key !== null) onPick(key)
  })
  return {
    show: (option) => {
      chart.setOption(option, { notMerge: true })
    },
    resize: () => {
      chart.resize()
    },
    destroy: () => {
      chart.dispose()
    },
  }
}
