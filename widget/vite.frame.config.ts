/** The frame: the same React source on preact, because a sign-up must not wait for 66 KB of React. */
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

const preact = (find: string, replacement: string) => ({ find: new RegExp(`^${find}$`), replacement })

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: '/embed/',
  resolve: {
    dedupe: ['preact'],
    alias: [
      preact('react', 'preact/compat'),
      preact('react-dom', 'preact/compat'),
      preact('react-dom/client', 'preact/compat/client'),
      preact('react/jsx-runtime', 'preact/jsx-runtime'),
      preact('react/jsx-dev-runtime', 'preact/jsx-runtime'),
    ],
  },
  build: {
    outDir: fileURLToPath(new URL('../dist/frame', import.meta.url)),
    emptyOutDir: true,
    target: 'baseline-widely-available',
    // The tokens are pairs in light-dark(); for older targets it would be rewritten in a way that cannot be pinned per element.
    cssTarget: ['chrome125', 'firefox128', 'safari18'],
    manifest: true,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: fileURLToPath(new URL('frame/main.tsx', import.meta.url)) },
  },
})
