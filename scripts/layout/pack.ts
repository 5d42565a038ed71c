/** Packs boxes like words on lines: in their order, as many in a row as fit, each row stretched to the whole width. */
import type { Box } from '../../machines/kit/picture.ts'

interface Size {
  readonly w: number
  readonly h: number
}
interface Frame {
  /** What a row may fill, unless a single box is wider. */
  readonly width: number
  readonly gap: number
  readonly top: number
  readonly side: number
}

export function pack(sizes: readonly Size[], { width, gap, top, side }: Frame): Size & { readonly places: Box[] } {
  const widest = Math.max(width - 2 * side, ...sizes.map(({ w }) => w))
  const rows = rowsOf(sizes, widest, gap)
  const inner = Math.max(...rows.map((row) => widthOf(row, gap)))
  let y = top
  const places = rows.flatMap((row) => {
    const h = Math.max(...row.map((size) => size.h))
    const more = (inner - widthOf(row, gap)) / row.length
    let x = side
    const placed = row.map((size) => {
      const box = { x, y, w: size.w + more, h }
      x += box.w + gap
      return box
    })
    y += h + gap
    return placed
  })
  return { places, w: inner + 2 * side, h: y - gap + side }
}

function rowsOf(sizes: readonly Size[], width: number, gap: number): Size[][] {
  const rows: Size[][] = []
  for (const size of sizes) {
    const row = rows.at(-1)
    if (row && widthOf([...row, size], gap) <= width) row.push(size)
    else rows.push([size])
  }
  return rows
}

const widthOf = (row: readonly Size[], gap: number) => row.reduce((sum, { w }) => sum + w, gap * (row.length - 1))
