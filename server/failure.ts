/** What keeps a program from its work, in one sentence that says what to do. */
import { LoadError } from './load/reject.ts'
import { StoreError } from './store/store.ts'

/** What the system calls a place that can't be written, and what to do about it. */
const unwritable: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full; free some space',
  EDQUOT: 'the disk quota is used up; free some space',
  EFBIG: 'a file may not grow that far; raise the limit on the size of files',
  EROFS: 'the disk is read-only; set DATA_DIR to a folder that can be written',
  EACCES: 'permission denied; set DATA_DIR to a folder that can be written',
  EPERM: 'not permitted; set DATA_DIR to a folder that can be written',
  EIO: 'the disk reports an error; check it',
}

/** The sentence for an error that a person can do something about; undefined for a mistake of this program. */
export const sentenceOf = (error: unknown): string | undefined => {
  if (error instanceof LoadError || error instanceof StoreError || error instanceof RangeError)
    return error.message
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
  const reason = unwritable[code]
  if (reason === undefined || !(error instanceof Error)) return undefined
  const path = 'path' in error && typeof error.path === 'string' ? error.path : 'DATA_DIR'
  return `${path} can't be written: ${reason}, then run it again`
}
