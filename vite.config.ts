/**
 * The build of the portal and of the operator's console, which share their parts, and the plug-ins Storybook and the story tests share. The widget's frame has a configuration of
 * its own, because it is compiled against preact.
 */
import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export default defineConfig({
  root: 'portal',
  base: '/portal/',
  plugins: [react(), tailwindcss()],
  build: {
    rolldownOptions: { input: ['portal/index.html', 'portal/operator.html'] },
    outDir: '../dist/portal',
    emptyOutDir: true,
    // The tokens are pairs in light-dark(); for older targets it would be rewritten in a way that cannot be pinned per element.
    cssTarget: ['chrome125', 'firefox128', 'safari18'],
  },
})
