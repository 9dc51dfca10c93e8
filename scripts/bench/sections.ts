/** Every section of the bench, in the order of the page. */
import { live } from './live.ts'
import { loading } from './load.ts'
import type { Section } from './section.ts'
import { server } from './server.ts'
import { start } from './start.ts'

export const sections: readonly Section[] = [start, server, loading, live]
