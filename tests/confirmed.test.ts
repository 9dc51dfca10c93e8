/** Facts that a person confirmed in the digests may stand in an answer beside what is expected of it; no others may. */
import { describe, expect, test } from '@jest/globals'
import { readFileSync } from 'node:fs'
import { judgeWith, readConfirmed } from '../server/evaluate/confirmed.ts'
import { Catalog, type Entity } from '../server/names/catalog.ts'
import { projectFile } from '../server/project.ts'

describe('facts confirmed in the digests', () => {
  test.each(readConfirmed().map(({ document, quote }) => [document, quote] as const))(
    '%s says: %s',
    (document, quote) => {
      expect(readFileSync(projectFile('data', 'sources', 'digests', document), 'utf8')).toContain(quote)
    },
  )

  const entity = (id: string, name: string): Entity => ({
    id,
    label: 'Company',
    name,
    aliases: [],
    formerIds: [],
    code: null,
    description: null,
    englishName: null,
    pending: false,
  })
  const [car, known, added, other] = [
    entity('1', '远山汽车'),
    entity('2', '白云钢铁'),
    entity('3', '海川轴承'),
    entity('4', '青石玻璃'),
  ]
  const catalog = new Catalog([car, known, added, other], [])
  const confirmed = [
    { type: 'SUPPLIES', start: '海川轴承', end: '远山汽车', document: '001.txt', quote: '…' } as const,
  ]
  const supply = (start: string) => ({
    id: start,
    type: 'SUPPLIES' as const,
    start,
    end: car.id,
    product: null,
    stage: 'ACTIVE' as const,
    since: null,
    until: null,
    figure: null,
    note: null,
    confidence: 1,
    sourceCount: 1,
    pending: false,
  })
  const answerOf = (suppliers: readonly Entity[]) => ({
    kind: 'STATED' as const,
    text: '',
    entities: suppliers,
    relationships: suppliers.map(({ id }) => supply(id)),
    value: suppliers.length,
  })
  const wanted = { question: '?', kind: 'STATED' as const, accept: [], entities: ['白云钢铁'], value: 1 }

  test.each([
    ['what is expected', [known], 'RIGHT'],
    ['a confirmed fact beside it', [known, added], 'RIGHT'],
    ['a fact that nobody confirmed beside it', [known, other], 'WRONG'],
    ['a confirmed fact in its place', [added], 'WRONG'],
  ] as const)('%s', (_name, suppliers, verdict) => {
    expect(judgeWith(answerOf(suppliers), wanted, { catalog, confirmed })).toBe(verdict)
  })
})
