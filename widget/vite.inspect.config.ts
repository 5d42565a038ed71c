/** `inspect.js`: the button that opens the inspector, for development; what it needs once pressed is in pieces of its own. */
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: '/embed/',
  build: {
    outDir: fileURLToPath(new URL('../dist/inspect', import.meta.url)),
    emptyOutDir: true,
    target: 'baseline-widely-available',
    modulePreload: false,
    rolldownOptions: {
      input: fileURLToPath(new URL('inspect/main.ts', import.meta.url)),
      // one address that a page can name without a manifest, and beside it what it asks for by itself
      output: { entryFileNames: 'inspect.js', chunkFileNames: 'inspect/[name]-[hash].js' },
    },
  },
})
