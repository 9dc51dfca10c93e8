/** Appending to an operation the fragments that it spreads, and no other. */

const DEFINITION = /^fragment (\w+) on /
/** A named spread; `... on Park` has a space before what is no name. */
const SPREAD = /\.\.\.(\w+)/g

function spreadIn(text: string): string[] {
  return [...text.matchAll(SPREAD)].flatMap(([, name]) => name ?? [])
}

function definedIn(text: string): Map<string, string> {
  const definitions = text.split(/^(?=fragment )/m)
  return new Map(
    definitions.flatMap((definition): [string, string][] => {
      const name = DEFINITION.exec(definition)?.[1]
      return name === undefined ? [] : [[name, definition]]
    }),
  )
}

/**
 * The operation with the fragments it spreads, and those that they spread, each once and in the order they are met.
 * Fragments may share a text. Throws where one is in neither the operation nor the texts.
 */
export function appendFragments(operation: string, texts: readonly string[]): string {
  const own = definedIn(operation)
  const known = new Map(texts.flatMap((text) => [...definedIn(text)]))
  const needed = new Set(spreadIn(operation))
  let whole = operation
  // A set that grows while it is gone through is gone through to its new end.
  for (const name of needed) {
    if (own.has(name)) continue
    const definition = known.get(name)
    if (definition === undefined)
      throw new Error(`no fragment is called ${name}; see web/operations/withFragments.ts`)
    whole += `\n${definition}`
    for (const inner of spreadIn(definition)) needed.add(inner)
  }
  return whole
}
