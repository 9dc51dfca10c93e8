/** A hub with more suppliers than are drawn at once, and a name that tries to run a script: as tables to load. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export const SUPPLIERS = 600
export const HOSTILE = '<img src=x onerror="window.hacked=1">电机'

/** Writes it into a folder. */
export const writeHub = (folder: string): void => {
  mkdirSync(folder, { recursive: true })
  const quoted = `"${HOSTILE.replaceAll('"', '""')}"`
  const parts = Array.from(
    { length: SUPPLIERS },
    (_, index) => `样例配件${String(index + 1).padStart(3, '0')}`,
  )
  const entities = [...parts, '样例枢纽整车', quoted].map(
    (name) => `Company,${name},,,,https://example.org/hub,`,
  )
  writeFileSync(
    join(folder, 'entities.csv'),
    `label,name,aliases,place,code,source,note\n${entities.join('\n')}\n`,
  )
  const rows = parts.map(
    (name) => `${name},SUPPLIES,样例枢纽整车,${name},ACTIVE,2024,,,https://example.org/hub,high,media`,
  )
  rows.push(`${quoted},SUPPLIES,样例枢纽整车,驱动电机,ENDED,2025,,,https://example.org/hub,high,media`)
  rows.push(`${quoted},SUPPLIES,样例枢纽整车,驱动电机,ACTIVE,2023,,,https://example.org/hub,high,media`)
  writeFileSync(
    join(folder, 'relations.csv'),
    `start,type,end,product,stage,date,figure,note,source,confidence,source_kind\n${rows.join('\n')}\n`,
  )
}
