/** Parts of an answer that are still to come, between parts that are written. */

/** The bytes of something that is still to come; nothing of it is in the room. */
export type Later = Promise<readonly Uint8Array[]>

/** What is written of an object or list, each part before something that is still to come. */
export class Parts {
  private readonly written: Uint8Array[] = []
  private readonly laters: Later[] = []

  add(before: Uint8Array, later: Later): void {
    this.written.push(before)
    this.laters.push(later)
  }

  /** All of it, with what stands last. Rejects as soon as a part does. */
  async closed(last: Uint8Array): Later {
    const all: Uint8Array[] = []
    for (const [index, bytes] of (await Promise.all(this.laters)).entries()) {
      const before = this.written[index]
      if (before !== undefined) all.push(before)
      for (const one of bytes) all.push(one)
    }
    all.push(last)
    return all
  }

  /** Rejects with an error, once what is still to come is there or fails, so that none of it fails unheard. */
  async failed(error: unknown): Later {
    await Promise.all(this.laters).catch(() => undefined)
    throw error
  }
}
