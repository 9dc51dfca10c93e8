/** Who reviews, and the token that lets them: kept for this tab alone, and never in the address. */

export interface Credentials {
  reviewer: string
  token: string
}

const KEY = 'liantu-review'
/** As in the contract. */
export const LONGEST_REVIEWER = 100

function isCredentials(value: unknown): value is Credentials {
  return (
    typeof value === 'object' &&
    value !== null &&
    'reviewer' in value &&
    typeof value.reviewer === 'string' &&
    'token' in value &&
    typeof value.token === 'string'
  )
}

/** What was kept; null where nothing was. */
export function readCredentials(): Credentials | null {
  try {
    const kept: unknown = JSON.parse(window.sessionStorage.getItem(KEY) ?? 'null')
    return isCredentials(kept) ? { reviewer: kept.reviewer, token: kept.token } : null
  } catch {
    return null
  }
}

/** Keeps them until the tab is closed; null forgets them. */
export function keepCredentials(credentials: Credentials | null): void {
  if (credentials === null) window.sessionStorage.removeItem(KEY)
  else window.sessionStorage.setItem(KEY, JSON.stringify(credentials))
}
