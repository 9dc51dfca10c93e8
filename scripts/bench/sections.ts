/** Every section of the bench, in the order of the page. */
import { asking } from './ask.ts'
import { live } from './live.ts'
import { loading } from './load.ts'
import { reading } from './reading.ts'
import { scale, scaleMillion } from './scale.ts'
import type { Section } from './section.ts'
import { start } from './start.ts'

export const sections: readonly Section[] = [start, loading, live, asking, reading, scale, scaleMillion]
