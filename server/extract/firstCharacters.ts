/** Which characters (UTF-16 units) some words begin with: asked at every place of every text, so it is a table of bits. */
export class FirstCharacters {
  private readonly bits = new Uint32Array(0x10000 / 32)

  add(code: number): void {
    this.bits[code >> 5] = (this.bits[code >> 5] ?? 0) | (1 << (code & 31))
  }

  /** Whether the text has such a character at this place. */
  isAt(text: string, place: number): boolean {
    const code = text.charCodeAt(place)
    // No number, where the place is none of the text, has no bits.
    return (((this.bits[code >> 5] ?? 0) >>> (code & 31)) & 1) === 1 && place < text.length
  }
}
