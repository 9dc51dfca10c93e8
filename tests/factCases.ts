/** Marked sentences with all that they state, each a test. */
import { describe, expect, test } from '@jest/globals'
import { statedIn } from './marked.ts'

/** A marked sentence, and all that it states. C Company, K Park, L Cluster, Y Policy, P Product, J Project, I Institution, R Region. */
type Case = readonly [sentence: string, ...stated: readonly string[]]

/** Tests that each sentence states what is listed and nothing else. */
export const testCases = (name: string, cases: readonly Case[]): void => {
  describe(name, () => {
    test.each(cases.map(([sentence, ...stated]) => ({ sentence, stated })))(
      '$sentence',
      ({ sentence, stated }) => {
        expect(statedIn(sentence)).toEqual([...stated].sort())
      },
    )
  })
}
