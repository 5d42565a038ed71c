/** The page a story stands in, as the toolbar wants it. */
import type { Decorator } from '@storybook/react-vite'
import { Fragment, type ReactNode, useLayoutEffect } from 'react'
import { dress } from '../widget/frame/host.ts'
import { type Brand, brands } from '../stories/toolbar/brands.ts'
import { type Motion, setMotion } from '../stories/toolbar/motion.ts'
import { type Locale, locales, speak } from '../stories/toolbar/speak.ts'

interface PageProps {
  theme: string
  brand: Brand
  motion: Motion
  direction: string
  children: ReactNode
}

/** All of it stands on the page itself, because dialogs and menus stand outside the story. */
function Page({ theme, brand, motion, direction, children }: PageProps) {
  useLayoutEffect(() => {
    // the very way a customer's page dresses the frame
    dress(document, { type: 'appearance', theme, variables: brands[brand] })
    return () => {
      for (const name of Object.keys(brands[brand])) document.documentElement.style.removeProperty(name)
    }
  }, [theme, brand])
  useLayoutEffect(() => {
    document.documentElement.dir = direction
  }, [direction])
  useLayoutEffect(() => setMotion(motion, document), [motion])
  return children
}

/** Another locale draws the story anew, because its words are looked up only when it is drawn. */
export const withPage: Decorator = (Story, { globals }) => {
  const locale = globals.locale as Locale
  speak(locale)
  const direction = globals.direction === 'auto' ? locales[locale].direction : String(globals.direction)
  return (
    <Page theme={String(globals.theme)} brand={globals.brand} motion={globals.motion} direction={direction}>
      <Fragment key={locale}>
        <Story />
      </Fragment>
    </Page>
  )
}
