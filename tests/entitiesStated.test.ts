/** An entity as all its sources declare it. */
import { describe, expect, test } from '@jest/globals'
import { entityPlan } from '../server/load/claims.ts'
import type { EntityStatement } from '../server/load/statements.ts'
import { entityId } from '../server/model/identity.ts'
import { declares, resolved } from './saying.ts'

describe('an entity', () => {
  const plan = (said: readonly EntityStatement[], beside: Partial<Parameters<typeof entityPlan>[2]> = {}) =>
    entityPlan(resolved('甲集团'), said, { formerIds: [], isStated: false, ...beside })

  test('carries what all its sources say, in the order of the sources', () => {
    const said = [
      declares('甲', { source: 'b', aliases: ['Alpha & Co.', '旧名'], code: 'SH:2', description: '第二' }),
      declares('甲集团', { source: 'a', aliases: ['旧名'], description: '第一', englishName: 'Alpha' }),
      declares('甲集团', { source: 'c', code: 'SH:3', description: '第一', englishName: 'Beta' }),
    ]
    const expected = {
      id: entityId('Company', '甲集团'),
      label: 'Company',
      name: '甲集团',
      aliases: ['旧名', 'Alpha & Co.', '甲'],
      englishName: 'Alpha',
      code: 'SH:2',
      description: '第一；第二',
      formerIds: ['x', 'y'],
      search: '甲集团\n旧名\nalpha&co.\n甲',
    }
    expect(plan(said, { formerIds: ['x', 'y'] })).toMatchObject({
      id: expected.id,
      label: 'Company',
      props: expected,
    })
    expect(plan([...said].reverse(), { formerIds: ['x', 'y'] }).props).toEqual(expected)
    expect(plan(said).claims).toEqual(plan([...said].reverse()).claims)
  })

  test.each([
    ['Alpha-Beta 2, Inc.', true],
    ["Müller's", true],
    ['2024', false],
    ['甲 Alpha', false],
    ['Αλφα', false],
  ])('without a stated English name has the first alias in Latin letters: %s', (alias, isEnglish) => {
    expect(plan([declares('甲集团', { aliases: [alias] })]).props['englishName']).toBe(
      isEnglish ? alias : undefined,
    )
  })

  test('says nothing of what nobody states', () => {
    expect(plan([declares('甲集团')]).props).toEqual({
      id: entityId('Company', '甲集团'),
      label: 'Company',
      name: '甲集团',
      aliases: [],
      formerIds: [],
      search: '甲集团',
    })
  })

  test('waits for a person where only less certain rules name it and no accepted fact speaks of it', () => {
    const [unsure, sure] = [declares('甲集团', { pending: true }), declares('甲集团', { source: 'b' })]
    expect(plan([unsure]).props['pending']).toBe(true)
    expect(plan([unsure], { isStated: true }).props['pending']).toBeUndefined()
    expect(plan([unsure, sure]).props['pending']).toBeUndefined()
  })

  test('has a claim for each source, document and name; its rows fold into the first', () => {
    const [claim, ...others] = plan([
      declares('甲集团', { row: 9, aliases: ['b'], description: '一', spans: [{ start: 3, end: 7 }] }),
      declares('甲集团', { row: 4, aliases: ['a', 'b'], code: 'C', englishName: 'E', description: '二' }),
      declares('甲集团', { row: null, description: '一', spans: [{ start: 9, end: 12 }] }),
    ]).claims
    expect(others).toEqual([])
    expect(claim?.props).toEqual({
      id: claim?.id,
      hash: claim?.hash,
      entity: entityId('Company', '甲集团'),
      source: 'table',
      document: 'a document',
      label: 'Company',
      name: '甲集团',
      aliases: ['a', 'b'],
      englishName: 'E',
      code: 'C',
      description: '一；二',
      file: 'a.csv',
      row: 4,
      spans: ['3-7', '9-12'],
    })
    for (const more of [{ source: 'b' }, { document: 'another' }]) {
      const claims = plan([declares('甲集团'), declares('甲集团', more)]).claims
      expect(claims).toHaveLength(2)
      expect(claims.map(({ id }) => id)).toEqual(claims.map(({ id }) => id).sort())
    }
    expect(plan([declares('甲集团'), declares('甲')]).claims).toHaveLength(2)
  })

  test('has claims whose hash tells any change, and whose id does not', () => {
    const [before] = plan([declares('甲集团')]).claims
    const [after] = plan([declares('甲集团', { row: 5 })]).claims
    expect(after?.id).toBe(before?.id)
    expect(after?.hash).not.toBe(before?.hash)
  })
})
