import type { StorybookConfig } from '@storybook/react-vite'

const config: StorybookConfig = {
  stories: ['../stories/**/*.stories.tsx', '../ui/**/*.stories.tsx', '../portal/**/*.stories.tsx'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y', '@storybook/addon-vitest'],
  framework: { name: '@storybook/react-vite', options: {} },
  core: { disableTelemetry: true, disableWhatsNewNotifications: true, enableCrashReports: false },
  typescript: { reactDocgen: 'react-docgen', check: false },
  // The root configuration builds the portal; a story is neither under /portal/ nor in that folder.
  viteFinal: (vite) => ({ ...vite, root: undefined, base: './' }),
}
export default config
