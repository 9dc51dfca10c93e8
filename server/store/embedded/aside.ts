/** A store file that can't be read: moved aside, so that nothing is lost and the graph can be made anew. */
import { existsSync, renameSync } from 'node:fs'
import { StoreError, type Store } from '../store.ts'
import { storeFolder } from './address.ts'

/** The first name that is free: store.damaged-1, store.damaged-2 … */
const freeName = (folder: string): string => {
  let number = 1
  while (existsSync(`${folder}.damaged-${number.toString()}`)) number++
  return `${folder}.damaged-${number.toString()}`
}

/**
 * Waits until the store answers. Where its file is damaged, moves it aside, says so, and gives true: the store is then
 * empty. Throws StoreError for whatever else keeps it from answering.
 */
export const setDamagedAside = async (
  store: Store,
  dataDir: string,
  say: (sentence: string) => void,
): Promise<boolean> => {
  try {
    await store.health()
    return false
  } catch (error) {
    if (!(error instanceof StoreError) || error.failure !== 'DAMAGED') throw error
    const [folder, aside] = [storeFolder(dataDir), freeName(storeFolder(dataDir))]
    renameSync(folder, aside)
    say(`${folder} is damaged and was moved to ${aside}; the graph is made anew from its sources`)
    await store.health()
    return true
  }
}
