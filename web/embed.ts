/** Whether the page is shown inside another one, read-only: ?embed=1, said once, when it opens. */
export const IS_EMBEDDED = new URLSearchParams(window.location.search).get('embed') === '1'

/** The address of a view as it is embedded. */
export function embedAddress(address: string): string {
  const url = new URL(address)
  url.searchParams.set('embed', '1')
  return url.href
}
