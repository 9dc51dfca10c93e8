import type { Elements } from '../elements.ts'
import type { Route } from '../layout/routes.ts'
import type { Placed } from '../layout/task.ts'

/** What is on screen: nodes and edges, where they stand and how they run. */
export interface Drawn {
  elements: Elements
  placed: ReadonlyMap<string, Placed>
  routes: ReadonlyMap<string, Route>
}
