/** The fragments that operations share. */
import claim from './Claim.graphql?raw'
import figure from './Figure.graphql?raw'
import { appendFragments } from './fragments.ts'
import makers from './Makers.graphql?raw'
import parts from './Parts.graphql?raw'
import statement from './Statement.graphql?raw'
import told from './Told.graphql?raw'

const SHARED = [claim, figure, makers, parts, statement, told]

/** An operation ready to run: with exactly the fragments that it names. */
export function withFragments(operation: string): string {
  return appendFragments(operation, SHARED)
}
