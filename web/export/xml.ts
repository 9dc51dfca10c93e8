/** What XML 1.0 cannot hold, not even escaped: most control characters, lone surrogates, U+FFFE and U+FFFF. */
const UNWRITABLE = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu
const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
}

/** A text with what XML cannot hold replaced by U+FFFD. */
export function writable(text: string): string {
  return text.replace(UNWRITABLE, '\ufffd')
}

/** A text inside an element or attribute of XML. */
export function xmlText(text: string): string {
  return writable(text).replace(/[&<>"\r]/g, (sign) => ESCAPES[sign] ?? sign)
}
