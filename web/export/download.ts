/** Hands a file to the browser to keep. */
export function download(content: Blob, name: string): void {
  const address = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The browser has taken it by then; a click starts the download in the same turn.
  setTimeout(() => {
    URL.revokeObjectURL(address)
  })
}
