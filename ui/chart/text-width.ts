/**
 * How wide a text will be, without a browser: the layout is made in Node and has to leave room for what the page draws.
 * Widths are Inter's at weight 500 and its small optical size, measured in a browser; a character that is not here
 * counts as a wide one. Figures in px.
 */

/** From space to tilde, in hundredths of the font size. */
const advances = [
  27, 30, 49, 64, 65, 99, 65, 31, 37, 37, 52, 67, 30, 46, 30, 37, 65, 42, 62, 63, 66, 60, 63, 59, 63, 63, 30, 32, 67,
  67, 67, 53, 98, 72, 66, 73, 72, 60, 59, 75, 74, 27, 58, 69, 57, 91, 76, 77, 64, 77, 65, 65, 65, 74, 72, 102, 70, 70,
  64, 37, 33, 37, 48, 46, 34, 57, 62, 58, 62, 59, 34, 62, 60, 25, 25, 56, 25, 89, 60, 60, 62, 62, 40, 54, 34, 60, 57,
  83, 56, 58, 56, 44, 35, 44, 67,
]
const wide = 100
/** An emoji, say. */
const pictured = 140
const monospaced = 60

export type Face = 'sans' | 'mono'

export function textWidth(text: string, size: number, face: Face = 'sans'): number {
  let sum = 0
  for (const character of text) sum += advanceOf(character, face)
  return (sum * size) / 100
}

function advanceOf(character: string, face: Face): number {
  const code = character.codePointAt(0) ?? 0
  if (code > 0xffff) return pictured
  if (code > 0x24f) return code >= 0x300 && code <= 0x36f ? 0 : wide
  if (face === 'mono') return monospaced
  return advances[code - 32] ?? 65
}

/** Without control characters and turns of direction, which a name from outside may bring. */
export const readOut = (text: string): string => text.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim()

/** The text, or as much of it as fits with an ellipsis. */
export function clip(text: string, width: number, size: number, face: Face = 'sans'): string {
  const plain = readOut(text)
  if (textWidth(plain, size, face) <= width) return plain
  let kept = ''
  let sum = textWidth('…', size, face)
  for (const character of plain) {
    sum += (advanceOf(character, face) * size) / 100
    if (sum > width) break
    kept += character
  }
  return `${kept.trimEnd()}…`
}

/** In lines of this width, at most so many; the last one is clipped. */
export function wrap(text: string, width: number, size: number, most: number): string[] {
  const lines: string[] = []
  for (const word of readOut(text).split(' ').filter(Boolean)) {
    const last = lines.at(-1)
    const longer = last === undefined ? word : `${last} ${word}`
    const fits = last !== undefined && textWidth(longer, size) <= width
    if (fits || (last !== undefined && lines.length === most)) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines.map((line) => clip(line, width, size))
}
