/** An export that can't be made, in one sentence that says what to do. */
export class ExportError extends Error {
  override readonly name = 'ExportError'
}
