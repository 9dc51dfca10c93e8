import { useEffect, useRef, useState } from 'react'
import { type Chart, type ChartOption, createChart } from '../overview/chart.ts'

interface Props {
  option: ChartOption
  label: string
  onPick: (key: string) => void
}

/** A plot; to screen readers it is one image, and a table beside it says the same. */
export function Plot({ option, label, onPick }: Props) {
  const container = useRef<HTMLDivElement>(null)
  const [chart, setChart] = useState<Chart | null>(null)
  const pick = useRef(onPick)
  useEffect(() => {
    pick.current = onPick
  })
  useEffect(() => {
    if (container.current === null) return
    const started = createChart(container.current, (key) => {
      pick.current(key)
    })
    setChart(started)
    const observer = new ResizeObserver(() => {
      started.resize()
    })
    observer.observe(container.current)
    return () => {
      observer.disconnect()
      started.destroy()
    }
  }, [])
  useEffect(() => {
    chart?.show(option)
  }, [chart, option])
  return <div ref={container} className="plot" role="img" aria-label={label} />
}
