import type { Decorator, Preview } from '@storybook/react-vite'
import { type ReactNode, useLayoutEffect } from 'react'
import '../ui/portal.css'
import '../ui/widget.css'

interface PageProps {
  theme: string
  direction: string
  children: ReactNode
}

/** Pins scheme and direction on the page itself, because dialogs and menus stand outside the story. */
function Page({ theme, direction, children }: PageProps) {
  useLayoutEffect(() => {
    const page = document.documentElement
    if (theme === 'auto') delete page.dataset.theme
    else page.dataset.theme = theme
    page.dir = direction
  }, [theme, direction])
  return children
}

const withPage: Decorator = (Story, { globals }) => (
  <Page theme={String(globals.theme)} direction={String(globals.direction)}>
    <Story />
  </Page>
)

const preview: Preview = {
  tags: ['autodocs'],
  decorators: [withPage],
  globalTypes: {
    theme: {
      description: 'Theme',
      toolbar: { title: 'Theme', icon: 'contrast', items: ['auto', 'light', 'dark'], dynamicTitle: true },
    },
    direction: {
      description: 'Direction',
      toolbar: { title: 'Direction', icon: 'transfer', items: ['ltr', 'rtl'], dynamicTitle: true },
    },
  },
  initialGlobals: { theme: 'auto', direction: 'ltr' },
  parameters: {
    a11y: { test: 'error' },
    layout: 'fullscreen',
    viewport: {
      options: {
        phone: { name: 'Phone, 390', styles: { width: '390px', height: '844px' } },
        tablet: { name: 'Tablet, 820', styles: { width: '820px', height: '1180px' } },
        desk: { name: 'Desk, 1280', styles: { width: '1280px', height: '800px' } },
      },
    },
  },
}
export default preview
