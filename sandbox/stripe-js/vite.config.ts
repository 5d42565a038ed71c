/** One classic script: it has to run, and be done, before the page's own module. */
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  build: {
    outDir: fileURLToPath(new URL('../../dist/stripe-js', import.meta.url)),
    emptyOutDir: true,
    target: 'baseline-widely-available',
    lib: {
      entry: fileURLToPath(new URL('stripe.ts', import.meta.url)),
      formats: ['iife'],
      name: 'TenureStripeSandbox',
      fileName: () => 'stripe.js',
    },
  },
})
