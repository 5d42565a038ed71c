import type { ReactNode } from 'react'

export interface RichProps {
  /** A text with values still in {braces}. */
  of: string
  values: Readonly<Record<string, ReactNode>>
}

/** A text whose values stand out, each isolated so that an address keeps its order inside right-to-left words. */
export function Rich({ of, values }: RichProps) {
  const parts = of.split(/\{(\w+)\}/)
  return (
    <>
      {parts.map((part, at) =>
        at % 2 === 1 ? (
          <b key={part} dir="auto">
            {values[part]}
          </b>
        ) : (
          part
        ),
      )}
    </>
  )
}
