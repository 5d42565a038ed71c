/** Which part of a picture is seen, and how large. Pure: the canvas holds it, the browser tells the size of the window. */
import type { Box } from '../../machines/kit/picture.ts'

/** The picture's corner in the window, in px, and its scale (1 = 100 %). */
export interface View {
  readonly x: number
  readonly y: number
  readonly scale: number
}
export interface Size {
  readonly width: number
  readonly height: number
}

export const smallest = 0.1
export const largest = 2
/** Below this, words are too small to read: rather show less than all. */
const readable = 0.9
const edge = 8

/** All of it, in the middle, never larger than 100 %. */
export function fitted(picture: Size, window: Size): View {
  const scale = clamp(Math.min(window.width / picture.width, window.height / picture.height, 1), smallest, 1)
  return { scale, x: (window.width - picture.width * scale) / 2, y: (window.height - picture.height * scale) / 2 }
}

/** What is shown first: all of it if that can be read, else its width, else the surroundings of `about`. */
export function opening(picture: Size, window: Size, about: Box): View {
  const all = fitted(picture, window)
  if (all.scale >= readable) return all
  const scale = Math.max(readable, Math.min(1, window.width / picture.width))
  // what is wider than the window is shown from where it begins
  const shown = Math.min(about.w, window.width / scale - 2 * edge)
  const x = window.width / 2 - (about.x + shown / 2) * scale
  const y = window.height / 3 - (about.y + about.h / 2) * scale
  return within({ scale, x, y }, picture, window)
}

/** Nearer or farther, with the point of the window that is pointed at staying where it is. */
export function zoomed({ x, y, scale }: View, by: number, at: { x: number; y: number }): View {
  const next = clamp(scale * by, smallest, largest)
  const grown = next / scale
  return { scale: next, x: at.x - (at.x - x) * grown, y: at.y - (at.y - y) * grown }
}

/** As far as there is something to see: a picture smaller than the window stays in it, a larger one covers it. */
export function within({ x, y, scale }: View, picture: Size, window: Size): View {
  return {
    scale,
    x: kept(x, picture.width * scale, window.width),
    y: kept(y, picture.height * scale, window.height),
  }
}

function kept(at: number, length: number, room: number): number {
  const spare = room - length
  return spare >= 0 ? clamp(at, 0, spare) : clamp(at, spare - edge, edge)
}

/** Moved as little as needed to have the box in sight. */
export function showing(view: View, box: Box, picture: Size, window: Size): View {
  const { scale } = view
  const shift = (from: number, length: number, at: number, room: number) => {
    const start = from * scale + at
    const end = start + length * scale
    const pad = Math.min(48, Math.max(0, (room - length * scale) / 2))
    if (start < pad) return at + pad - start
    return end > room - pad ? at - (end - room + pad) : at
  }
  const x = shift(box.x, box.w, view.x, window.width)
  const y = shift(box.y, box.h, view.y, window.height)
  return within({ scale, x, y }, picture, window)
}

export const clamp = (value: number, from: number, to: number): number => Math.min(to, Math.max(from, value))
