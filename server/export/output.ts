/** Where exports go: text to files, piece by piece, each file whole or not there. */
import { mkdirSync, statSync } from 'node:fs'
import { rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { ExportError } from './exportError.ts'

/** A file's name in its folder and its text, piece by piece. */
export type ExportedFile = readonly [name: string, text: AsyncIterable<string>]

/** Writes a text beside its place and moves it there when it is whole. */
export const writeWhole = async (file: string, text: AsyncIterable<string>): Promise<void> => {
  const partial = `${file}.partial`
  try {
    mkdirSync(dirname(file), { recursive: true })
    await writeFile(partial, text)
    await rename(partial, file)
  } finally {
    await rm(partial, { force: true })
  }
}

/** Throws ExportError where a path is a folder, or stands where a folder is needed. */
export const checkTarget = (path: string, wanted: 'file' | 'folder'): void => {
  const found = statSync(path, { throwIfNoEntry: false })
  if (found === undefined || found.isDirectory() === (wanted === 'folder')) return
  throw new ExportError(
    wanted === 'file'
      ? `${path} is a folder; name a file to write to`
      : `${path} is a file; this format makes several files, so name a folder to write them to`,
  )
}

/** Writes the files of a format into a folder, one after the other. */
export const writeFiles = async (folder: string, files: readonly ExportedFile[]): Promise<void> => {
  for (const [name, text] of files) await writeWhole(join(folder, name), text)
}
