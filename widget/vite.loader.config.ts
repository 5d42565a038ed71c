/** `embed.js`: one classic script of about a kilobyte, with no import of its own. */
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

export default defineConfig({
  define: { 'process.env.NODE_ENV': '"production"' },
  build: {
    outDir: fileURLToPath(new URL('../dist/loader', import.meta.url)),
    emptyOutDir: true,
    target: 'baseline-widely-available',
    lib: {
      entry: fileURLToPath(new URL('loader/embed.ts', import.meta.url)),
      formats: ['iife'],
      name: 'tenure',
      fileName: () => 'embed.js',
    },
    rolldownOptions: { output: { minify: true } },
  },
})
