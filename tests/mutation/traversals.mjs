/** Mutation testing of the traversals. */
import { mutation } from './settings.mjs'

export default mutation({
  folder: 'server/read',
  files: ['neighbors', 'paths', 'pathSearch', 'supplyChain', 'subgraph', 'filter'],
  suites: ['traversalCode'],
})
