/** Stands in for the build: the few files the server looks for, so that its tests need nothing built. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const files = {
  'frame/.vite/manifest.json': JSON.stringify({
    'widget/frame/main.tsx': { file: 'assets/frame-1.js', css: ['assets/frame-1.css'], isEntry: true },
  }),
  'frame/assets/frame-1.js': 'export {}',
  'frame/assets/frame-1.css': 'body{}',
  'leaving/.vite/manifest.json': JSON.stringify({
    'widget/leaving/main.tsx': { file: 'assets/leaving-1.js', css: [], isEntry: true },
  }),
  'leaving/assets/leaving-1.js': 'export {}',
  'stripe-js/stripe.js': '(()=>{})()',
  'inspect/inspect.js': 'export {}',
  'inspect/inspect/feed-1.js': 'export {}',
  'loader/embed.js': '(()=>{})()',
  'portal/index.html': '<!doctype html><html lang="en"><head><title>Portal</title></head><body></body></html>',
  'portal/assets/portal-1.js': 'export {}',
}

/** Writes them under `folder`, and answers with it. */
export function standInBuild(folder: string): string {
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, content)
  }
  return folder
}
