import type { Preview } from '@storybook/react-vite'
import { withPage } from './Page.tsx'
import { globalTypes, initialGlobals } from './toolbar.ts'
import '../ui/portal.css'
import '../ui/widget.css'

const preview: Preview = {
  tags: ['autodocs'],
  decorators: [withPage],
  globalTypes,
  initialGlobals,
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
