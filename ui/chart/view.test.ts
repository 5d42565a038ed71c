import { describe, expect, it } from 'vitest'
import { fitted, largest, opening, showing, within, zoomed } from './view.ts'

const picture = { width: 1000, height: 2000 }
const window = { width: 1200, height: 800 }
const top = { x: 440, y: 40, w: 120, h: 44 }

describe('a view', () => {
  it('of everything is in the middle, never enlarged', () => {
    expect(fitted(picture, window)).toEqual({ scale: 0.4, x: 400, y: 0 })
    expect(fitted({ width: 100, height: 100 }, window)).toEqual({ scale: 1, x: 550, y: 350 })
  })

  it('opens where something is, if all of it would be too small to read', () => {
    expect(opening(picture, window, top)).toMatchObject({ scale: 1, y: 8 })
    expect(opening(picture, { width: 390, height: 600 }, { ...top, y: 1000 }).scale).toBe(0.9)
    expect(opening({ width: 900, height: 700 }, window, top)).toEqual(fitted({ width: 900, height: 700 }, window))
  })

  it('zooms about the point that is pointed at', () => {
    const before = { x: 10, y: 20, scale: 1 }
    const after = zoomed(before, 1.5, { x: 110, y: 220 })
    expect((110 - after.x) / after.scale).toBeCloseTo(110 - before.x)
    expect((220 - after.y) / after.scale).toBeCloseTo(220 - before.y)
    expect(zoomed(before, 100, { x: 0, y: 0 }).scale).toBe(largest)
  })

  it('never leaves the picture', () => {
    expect(within({ x: 9999, y: 9999, scale: 1 }, picture, window)).toEqual({ scale: 1, x: 200, y: 8 })
    expect(within({ x: -9999, y: -9999, scale: 1 }, picture, window)).toEqual({ scale: 1, x: 0, y: -1208 })
  })

  it('moves no more than it must to show something', () => {
    const view = { x: 100, y: 0, scale: 1 }
    expect(showing(view, { x: 500, y: 300, w: 120, h: 44 }, picture, window)).toEqual(view)
    const moved = showing(view, { x: 500, y: 1500, w: 120, h: 44 }, picture, window)
    expect(moved.x).toBe(100)
    expect(1544 + moved.y).toBe(window.height - 48)
  })
})
