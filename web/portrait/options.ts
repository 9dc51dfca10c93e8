/** What the small charts of an entity's figures draw. A plan is hollow with a dashed border, never a full bar. */
import type { Scheme } from '../color.ts'
import type { ChartOption } from '../overview/chart.ts'
import { COLORS, INK, plotBase } from '../overview/look.ts'
import type { Change, Series } from './series.ts'

const [REACHED = '', , FALLEN = ''] = COLORS
const NIGHT = { reached: '#56b4e9', fallen: '#ff9d5c' }

function barStyle(isPlanned: boolean, color: string) {
  return isPlanned
    ? { color: 'transparent', borderColor: color, borderWidth: 2, borderType: 'dashed' as const }
    : { color }
}

/** A measure over its periods as upright bars. */
export function seriesOption({ name, points }: Series, scheme: Scheme): ChartOption {
  const ink = INK[scheme]
  const color = scheme === 'dark' ? NIGHT.reached : REACHED
  return {
    ...plotBase(name),
    grid: { left: 8, right: 8, top: 26, bottom: 24 },
    xAxis: {
      type: 'category',
      data: points.map(({ period }) => period),
      axisTick: { show: false },
      axisLabel: { color: ink },
    },
    yAxis: { type: 'value', show: false },
    series: [
      {
        type: 'bar',
        barMaxWidth: 44,
        label: { show: true, position: 'top', color: ink, fontSize: 12.5 },
        data: points.map(({ value, isPlanned }) => ({ value, itemStyle: barStyle(isPlanned, color) })),
      },
    ],
  }
}

/** Changes in percent as lying bars, growth to the right, decline to the left. */
export function changesOption(title: string, changes: readonly Change[], scheme: Scheme): ChartOption {
  const ink = INK[scheme]
  const [up, down] = scheme === 'dark' ? [NIGHT.reached, NIGHT.fallen] : [REACHED, FALLEN]
  return {
    ...plotBase(title),
    grid: { left: 8, right: 56, top: 4, bottom: 4, containLabel: true },
    xAxis: { type: 'value', show: false },
    yAxis: {
      type: 'category',
      inverse: true,
      data: changes.map(({ name }) => name),
      axisTick: { show: false },
      axisLine: { show: false },
      axisLabel: { color: ink, width: 190, overflow: 'truncate' },
    },
    series: [
      {
        type: 'bar',
        barMaxWidth: 16,
        label: { show: true, color: ink, formatter: '{c}%' },
        data: changes.map(({ value, isPlanned }) => ({
          value,
          itemStyle: barStyle(isPlanned, value < 0 ? down : up),
          label: { position: value < 0 ? ('left' as const) : ('right' as const) },
        })),
      },
    ],
  }
}
