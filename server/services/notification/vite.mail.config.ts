/** Mail templates for Node: React comes along in its production build, whatever `NODE_ENV` the server runs under. */
import { defineConfig } from 'vite'

export default defineConfig({
  define: { 'process.env.NODE_ENV': '"production"' },
  ssr: { noExternal: true },
  build: { target: 'node24' },
})
