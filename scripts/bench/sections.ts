/** Every section of the bench, in the order of the page. */
import { asking } from './ask.ts'
import { library } from './library.ts'
import { drawing } from './drawing.ts'
import { live } from './live.ts'
import { loading } from './load.ts'
import { reading } from './reading.ts'
import { overloading } from './overload.ts'
import { page } from './page.ts'
import { scale, scaleMillion } from './scale.ts'
import type { Section } from './section.ts'
import { server } from './server.ts'
import { start } from './start.ts'

export const sections: readonly Section[] = [
  start,
  server,
  loading,
  live,
  library,
  asking,
  reading,
  scale,
  scaleMillion,
  drawing,
  page,
  overloading,
]
