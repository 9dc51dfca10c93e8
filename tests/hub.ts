/** A hub with more suppliers than are drawn at once, and a name that tries to run a script: as tables to load. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export const SUPPLIERS = 600
/** Suppliers of another hub, each of several things, and its places: more lines than anyone can follow. */
export const OTHERS = 331
export const GOODS = ['支架', '垫片', '卡扣']
export const PLACES = 9
export const HOSTILE = '<img src=x onerror="window.hacked=1">电机'

/** Writes it into a folder. */
export const writeHub = (folder: string): void => {
  mkdirSync(folder, { recursive: true })
  const quoted = `"${HOSTILE.replaceAll('"', '""')}"`
  const parts = Array.from(
    { length: SUPPLIERS },
    (_, index) => `样例配件${String(index + 1).padStart(3, '0')}`,
  )
  const others = parts.slice(0, OTHERS).map((name) => name.replace('配件', '多品件'))
  const places = Array.from({ length: PLACES }, (_, index) => `样例产业园${String(index + 1)}号`)
  const entities = [...parts, ...others, '样例枢纽整车', '样例多品整车', quoted].map(
    (name) => `Company,${name},,,,https://example.org/hub,`,
  )
  entities.push(...places.map((name) => `Park,${name},,,,https://example.org/hub,`))
  writeFileSync(
    join(folder, 'entities.csv'),
    `label,name,aliases,place,code,source,note\n${entities.join('\n')}\n`,
  )
  const rows = parts.map(
    (name) => `${name},SUPPLIES,样例枢纽整车,${name},ACTIVE,2024,,,https://example.org/hub,high,media`,
  )
  for (const name of others)
    for (const goods of GOODS)
      rows.push(`${name},SUPPLIES,样例多品整车,${goods},ACTIVE,2024,,,https://example.org/hub,high,media`)
  for (const name of places)
    rows.push(`样例多品整车,LOCATED_IN,${name},,ACTIVE,2024,,,https://example.org/hub,high,media`)
  rows.push(`${quoted},SUPPLIES,样例枢纽整车,驱动电机,ENDED,2025,,,https://example.org/hub,high,media`)
  rows.push(`${quoted},SUPPLIES,样例枢纽整车,驱动电机,ACTIVE,2023,,,https://example.org/hub,high,media`)
  writeFileSync(
    join(folder, 'relations.csv'),
    `start,type,end,product,stage,date,figure,note,source,confidence,source_kind\n${rows.join('\n')}\n`,
  )
}
