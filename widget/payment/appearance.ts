/**
 * Our tokens as the provider's form takes them: as values. Its fields stand in a frame of another origin, where none of
 * our variables is known; and its script reads no `light-dark()` and no `color-mix()`, so colours go as plain hex.
 */
import type { Appearance } from '@stripe/stripe-js'
import { type RefObject, useLayoutEffect, useState } from 'react'

/** Reads what the tokens come to at a place in the widget, in the scheme and with the theme it has now. */
export function readAppearance(place: HTMLElement): Appearance {
  const probe = place.appendChild(document.createElement('i'))
  const colour = (value: string) => {
    probe.style.color = value
    return hexOf(getComputedStyle(probe).color)
  }
  const token = (name: string) => colour(`var(--${name})`)
  const { fontFamily } = getComputedStyle(place)
  probe.style.width = 'var(--w-radius)'
  probe.style.position = 'absolute'
  const borderRadius = getComputedStyle(probe).width
  const line = token('w-line-control')
  const focus = token('w-focus')
  const danger = token('w-danger')
  const appearance: Appearance = {
    theme: colour('light-dark(white, black)') === '#000000' ? 'night' : 'stripe',
    labels: 'above',
    variables: {
      colorPrimary: focus,
      colorBackground: token('w-field'),
      colorText: token('w-ink'),
      colorTextSecondary: token('w-ink-2'),
      colorTextPlaceholder: token('tn-ink-3'),
      colorDanger: danger,
      fontFamily,
      fontSizeBase: '14px',
      borderRadius,
      gridRowSpacing: '16px',
      gridColumnSpacing: '12px',
    },
    rules: {
      '.Label': { fontSize: '13px', fontWeight: '500', color: token('w-ink') },
      '.Input': { border: `1px solid ${line}`, boxShadow: 'none', fontSize: '16px', padding: '10px 12px' },
      '.Input:focus': { border: `1px solid ${focus}`, boxShadow: `0 0 0 1px ${focus}` },
      '.Input--invalid': { border: `1px solid ${danger}`, boxShadow: 'none' },
    },
  }
  probe.remove()
  return appearance
}

/** A pixel is the one thing that tells any colour, however it was written, in eight bits a channel. */
function hexOf(colour: string): string {
  const canvas = Object.assign(document.createElement('canvas'), { width: 1, height: 1 })
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) return colour
  context.fillStyle = colour
  context.fillRect(0, 0, 1, 1)
  const channels = [...context.getImageData(0, 0, 1, 1).data].slice(0, 3)
  return `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`
}

/** Null until the place stands. Follows the scheme of the system and the theme of the host. */
export function useAppearance(place: RefObject<HTMLElement | null>): Appearance | null {
  const [appearance, setAppearance] = useState<Appearance | null>(null)
  useLayoutEffect(() => {
    const read = () => {
      const fresh = readAppearance(place.current!)
      // an equal one would only be sent to the provider's frames again
      setAppearance((known) => (JSON.stringify(known) === JSON.stringify(fresh) ? known : fresh))
    }
    read()
    const scheme = matchMedia('(prefers-color-scheme: dark)')
    const theme = new MutationObserver(read)
    theme.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme', 'style', 'class'] })
    scheme.addEventListener('change', read)
    return () => {
      theme.disconnect()
      scheme.removeEventListener('change', read)
    }
  }, [place])
  return appearance
}
