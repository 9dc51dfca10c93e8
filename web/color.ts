/** Colours of labels come from the model; here they are checked and fitted to light and dark backgrounds. */

export type Scheme = 'light' | 'dark'
type Channels = [number, number, number]

const GREY: Channels = [0x7a, 0x7a, 0x7a]
const WHITE: Channels = [255, 255, 255]
const NIGHT: Channels = [0x1b, 0x1e, 0x23]

function parse(color: string): Channels {
  const digits =
    color.startsWith('#') && color.length === 7 ? Number.parseInt(color.slice(1), 16) : Number.NaN
  return Number.isNaN(digits) ? GREY : [digits >> 16, (digits >> 8) & 255, digits & 255]
}

function mix(from: Channels, to: Channels, share: number): string {
  const mixed = from.map((channel, index) => Math.round(channel + ((to[index] ?? 0) - channel) * share))
  return `#${mixed.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`
}

function luminance(channels: Channels): number {
  const [red = 0, green = 0, blue = 0] = channels.map((channel) => {
    const share = channel / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** The border and dot of a label: on a dark page lightened, so that it keeps a contrast of 3 to 1. */
export function strongColor(color: string, scheme: Scheme): string {
  return scheme === 'light' ? mix(parse(color), NIGHT, 0.06) : mix(parse(color), WHITE, 0.28)
}

/** The inside of a node: a breath of its label's colour. */
export function tintColor(color: string, scheme: Scheme): string {
  return scheme === 'light' ? mix(parse(color), WHITE, 0.88) : mix(parse(color), NIGHT, 0.76)
}

/** Black or white, whichever is read better on this colour. */
export function inkOn(color: string): string {
  return luminance(parse(color)) > 0.2 ? '#101214' : '#ffffff'
}
