/** How a source is taken back. */

/** An argument as a shell takes it whole: plain where that is safe, else in single quotes. */
function quoted(argument: string): string {
  const isPlain = /^[\p{L}\p{N}_][\p{L}\p{N}._/-]*$/u.test(argument)
  return isPlain ? argument : `'${argument.replaceAll("'", "'\\''")}'`
}

/** The command that takes back what only this source says, to be run on the server. */
export function withdrawCommand(source: string): string {
  return `npm run load -- --withdraw ${quoted(source)}`
}
