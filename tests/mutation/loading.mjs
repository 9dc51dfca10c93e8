/** Mutation testing of loading. */
import { mutation } from './settings.mjs'

export default mutation({
  folder: 'server/load',
  files: ['resolve', 'graph', 'claims', 'difference', 'mapping', 'reject', 'rowReader', 'table', 'facts'],
  suites: [
    'namesStated',
    'entitiesStated',
    'factsStated',
    'tablesStated',
    'planning',
    'difference',
    'tableRows',
  ],
})
