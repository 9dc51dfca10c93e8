/** What the page is about where that is neither the home page nor an entity, and how the address says it. */

export const TOOLS = ['review', 'quality', 'overview'] as const
export type Tool = (typeof TOOLS)[number]

/** Half-open UTF-16 offsets into a text. */
export interface Span {
  start: number
  end: number
}

export type Target =
  | { kind: 'QUESTION'; question: string }
  /** `at` is the place to show first. */
  | { kind: 'DOCUMENT'; id: string; at: Span | null }
  /** All that is told of a company, park, cluster or policy. */
  | { kind: 'PORTRAIT'; id: string }
  | { kind: 'TOOL'; tool: Tool }

/** As in the contract. */
export const LONGEST_QUESTION = 200
const LONGEST_ID = 200

function spanOf(text: string | null): Span | null {
  const [start, end, ...rest] = (text ?? '').split('-').map(Number)
  if (start === undefined || end === undefined || rest.length > 0) return null
  return Number.isInteger(start) && Number.isInteger(end) && start >= 0 && end > start ? { start, end } : null
}

/** Reads the target from the parameters of an address; null for the home page and entities, and for nonsense. */
export function parseTarget(parameters: URLSearchParams): Target | null {
  const question = (parameters.get('q') ?? '').trim()
  if (question !== '' && question.length <= LONGEST_QUESTION) return { kind: 'QUESTION', question }
  const id = parameters.get('document') ?? ''
  if (id !== '' && id.length <= LONGEST_ID) return { kind: 'DOCUMENT', id, at: spanOf(parameters.get('at')) }
  const portrayed = parameters.get('portrait') ?? ''
  if (portrayed !== '' && portrayed.length <= LONGEST_ID) return { kind: 'PORTRAIT', id: portrayed }
  const tool = TOOLS.find((one) => one === parameters.get('page'))
  return tool === undefined ? null : { kind: 'TOOL', tool }
}

/** Writes the target into the parameters of an address. */
export function formatTarget(target: Target | null, parameters: URLSearchParams): void {
  switch (target?.kind) {
    case 'QUESTION':
      parameters.set('q', target.question)
      break
    case 'DOCUMENT':
      parameters.set('document', target.id)
      if (target.at !== null) parameters.set('at', `${String(target.at.start)}-${String(target.at.end)}`)
      break
    case 'PORTRAIT':
      parameters.set('portrait', target.id)
      break
    case 'TOOL':
      parameters.set('page', target.tool)
  }
}
