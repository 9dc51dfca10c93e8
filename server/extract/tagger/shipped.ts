/** The tagger that ships with the product. */
import { readFileSync } from 'node:fs'
import { taggerWith } from './tagger.ts'
import { readWeights, weightsFile } from './weights.ts'

/** The tagger with the weights that `npm run train` has learned from the development documents. */
export const shippedTagger = taggerWith(readWeights(readFileSync(weightsFile, 'utf8')))
