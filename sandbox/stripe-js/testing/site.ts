/** Builds the payment page and serves it: with React as Storybook does, or on preact as the widget's frame does. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { build, type InlineConfig, mergeConfig } from 'vite'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

const alias = (name: string, replacement: string) => ({ find: new RegExp(`^${name}$`), replacement })
const preact = [
  alias('react', 'preact/compat'),
  alias('react-dom', 'preact/compat'),
  alias('react-dom/client', 'preact/compat/client'),
  alias('react/jsx-runtime', 'preact/jsx-runtime'),
  alias('react/jsx-dev-runtime', 'preact/jsx-runtime'),
]

async function built(config: InlineConfig): Promise<string> {
  const shared: InlineConfig = { configFile: false, logLevel: 'silent', build: { write: false, minify: false } }
  const result = await build(mergeConfig(shared, config))
  const outputs = (Array.isArray(result) ? result : [result]).flatMap((one) => ('output' in one ? one.output : []))
  const chunk = outputs.find((output) => output.type === 'chunk')
  if (!chunk) throw new Error('The build made no script.')
  return chunk.code
}

const iife = (entry: string) => ({
  entry: here(entry),
  formats: ['iife' as const],
  name: 'Built',
  fileName: () => 'built.js',
})

/** StrictMode does its double work only in React's development build. */
const page = (alias: typeof preact) =>
  built({
    define: { 'process.env.NODE_ENV': '"development"' },
    resolve: { alias, dedupe: ['preact'] },
    build: { lib: iife('page.tsx') },
  })

export interface Site {
  /** The page's address for an intent, drawn by one of the two. */
  address(secret: string, drawnBy?: 'react' | 'preact'): string
  close(): Promise<void>
}

/** `api`: the sandbox's address. */
export async function serveSite(api: string): Promise<Site> {
  const scripts: Record<string, string> = {
    '/stripe.js': await built({ build: { lib: iife('../stripe.ts') } }),
    '/react.js': await page([]),
    '/preact.js': await page(preact),
  }
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://site.invalid')
    const script = scripts[pathname]
    response.setHeader('content-type', script ? 'text/javascript; charset=utf-8' : 'text/html; charset=utf-8')
    if (!script) response.setHeader('content-security-policy', policy(api))
    response.end(script ?? document(pathname.slice(1), api))
  })
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  return {
    address: (secret, drawnBy = 'react') => `http://127.0.0.1:${port}/${drawnBy}?secret=${encodeURIComponent(secret)}`,
    close: () => new Promise((done) => void server.close(() => done())),
  }
}

/** As strict as the product's pages: only the sandbox may be called. */
const policy = (api: string) =>
  `default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self' ${api}; object-src 'none'; base-uri 'none'`

const document = (drawnBy: string, api: string) => `<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1"><title>Payment</title><link rel="icon" href="data:,">
<style>:root{color-scheme:light dark}body{margin:0;font-family:system-ui;background:light-dark(#fff,#0c0f0e);color:light-dark(#131916,#edf2ef)}button{min-height:44px}</style>
<script src="/stripe.js" data-api="${api}"></script></head><body><div id="root"></div><script src="/${drawnBy}.js"></script></body></html>`
