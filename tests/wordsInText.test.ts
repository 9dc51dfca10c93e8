/** Finding many words in a text: none is missed, however many they are, and none is found that is not there. */
import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { Vocabulary } from '../server/extract/frames/vocabulary.ts'
import { WordList } from '../server/extract/frames/wordList.ts'
import { Trie } from '../server/extract/trie.ts'

/** Few characters, so that words meet, one of them of two UTF-16 units. */
const written = (least: number, most: number) =>
  fc.string({ unit: fc.constantFrom('电', '池', '电池', 'L', '𬭎'), minLength: least, maxLength: most })
const words = fc.array(written(1, 3), { maxLength: 12 })

const trieOf = (list: readonly string[]): Trie<string> => {
  const trie = new Trie<string>()
  for (const word of new Set(list)) trie.add(word, word)
  return trie
}

/** Every word at every place, by looking at each. */
const looked = (text: string, list: readonly string[]): readonly string[] =>
  [...text.split('').keys()].flatMap((start) =>
    [...new Set(list)]
      .filter((word) => text.startsWith(word, start))
      .map((word) => `${start.toString()} ${word}`),
  )

test('a tree of words finds each word wherever it stands, and so does a list', () => {
  fc.assert(
    fc.property(words, written(0, 12), (list, text) => {
      const found = trieOf(list).all(text)
      expect(found.map(({ start, values }) => `${start.toString()} ${values.join()}`).sort()).toEqual(
        [...looked(text, list)].sort(),
      )
      const byList = new WordList(list)
      expect(
        [...text.split('').keys()]
          .flatMap((start) => byList.allAt(text, start).map((word) => `${start.toString()} ${word}`))
          .sort(),
      ).toEqual([...looked(text, list)].sort())
    }),
  )
})

test('it finds each of thousands of words, of one character too', () => {
  const many = Array.from({ length: 5000 }, (_, index) => String.fromCharCode(0x4e00 + index))
  const list = many.flatMap((character, index) => (index % 7 === 0 ? [character] : [`${character}业`]))
  const trie = trieOf(list)
  expect(list.filter((word) => trie.from(word, 0).at(-1)?.values[0] !== word)).toEqual([])
})

test('words of a list are said where they stand, whatever list they came with', () => {
  const vocabulary = new Vocabulary()
  const supply = vocabulary.listOf(['供应', '供货'])
  const give = vocabulary.listOf(['给', '供应'])
  const unsaid = vocabulary.listOf(['出口'])
  expect(vocabulary.listOf(['供应', '供货'])).toBe(supply)
  const text = '供应链供货给甲供应'
  const said = vocabulary.said(text, { start: 0, end: text.length }, ({ start }) => start > 0)
  expect(said.placesIn(supply)).toEqual([3, 7])
  expect(said.placesIn(give)).toEqual([5, 7])
  expect(said.placesIn(unsaid)).toEqual([])
})
