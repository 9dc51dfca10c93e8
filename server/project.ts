import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project's folder: the nearest one above this file that holds package.json, bundled or not. */
export const projectFolder = ((): string => {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder)
  return folder
})()

/** Absolute path of a file that belongs to the project, such as data/model.yaml. */
export const projectFile = (...parts: readonly string[]): string => join(projectFolder, ...parts)
