/** Calendar dates as precise as their source: 2024, 2024-10 or 2024-10-08 (ISO 8601 reduced precision). */

const pattern = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?$/

const lastDay = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()

/** Whether the text is a partial date that exists in the calendar (2024-02-30 does not). */
export const isPartialDate = (text: string): boolean => {
  const parts = pattern.exec(text)
  if (!parts) return false
  return parts[3] === undefined || Number(parts[3]) <= lastDay(Number(parts[1]), Number(parts[2]))
}

/** The first day a partial date can mean: 2023 → 2023-01-01. */
export const firstDay = (date: string): string => `${date}-01-01`.slice(0, 10)

/** The last day a partial date can mean: 2023 → 2023-12-31, 2024-02 → 2024-02-29. */
export const endDay = (date: string): string => {
  const [year = '0000', month = '12', day] = date.split('-')
  return day === undefined ? `${year}-${month}-${lastDay(Number(year), Number(month)).toString()}` : date
}
