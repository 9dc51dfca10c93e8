/** npm run annotate -- FILE TEXT: puts the places of the forms that FILE lists for each entity into FILE. */
import { readFileSync, writeFileSync } from 'node:fs'
import { isMap, isSeq, parseDocument } from 'yaml'
import { z } from 'zod'
import { readAnnotation } from '../server/evaluate/gold.ts'
import { occurrences } from '../server/evaluate/occurrences.ts'
import { readHeader } from '../server/extract/reading/header.ts'

const [file, textFile] = process.argv.slice(2)
if (file === undefined || textFile === undefined)
  throw new Error('usage: npm run annotate -- ANNOTATION.yaml TEXT.txt')

const draft = z.object({ entities: z.array(z.object({ mentions: z.array(z.string()).min(1) })) })
const text = new TextDecoder().decode(readFileSync(textFile))
const yaml = parseDocument(readFileSync(file, 'utf8'))
const { entities } = draft.parse(yaml.toJS())
const found = occurrences(
  text,
  readHeader(text).body,
  entities.map(({ mentions }) => mentions),
)
const items = yaml.get('entities')
if (isSeq(items))
  items.items.forEach((item, index) => {
    if (isMap(item))
      item.set('mentions', yaml.createNode(Object.fromEntries(found[index] ?? []), { flow: true }))
  })
writeFileSync(file, yaml.toString({ lineWidth: 0 }))
readAnnotation(file)
