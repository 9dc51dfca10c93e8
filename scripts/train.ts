/** npm run train: learns the tagger's weights from the development documents and writes data/lexicon/tagger.tsv. */
import { writeFileSync } from 'node:fs'
import { readCollections } from '../server/evaluate/collections.ts'
import { trainedWeights } from '../server/evaluate/tagger.ts'
import { weightsFile } from '../server/extract/tagger/weights.ts'

writeFileSync(weightsFile, trainedWeights(await readCollections(null)))
