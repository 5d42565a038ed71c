/** The few files our own pages share: tokens, mark, type, and the loader other sites embed. */
import type { FastifyInstance } from 'fastify'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { interPath, projectRoot } from './assets.ts'

interface Asset {
  readonly address: string
  readonly path: string
  readonly type: string
  readonly cache: string
}

const assets = (built: string): Asset[] => [
  {
    address: '/assets/tokens.css',
    path: join(projectRoot, 'ui', 'tokens.css'),
    type: 'text/css; charset=utf-8',
    cache: 'no-cache',
  },
  {
    address: '/assets/mark.svg',
    path: join(projectRoot, 'ui', 'mark.svg'),
    type: 'image/svg+xml',
    cache: 'public, max-age=86400',
  },
  {
    address: '/assets/inter.woff2',
    path: interPath,
    type: 'font/woff2',
    cache: 'public, max-age=86400',
  },
  // short, because sites hold this address for years and must get a mended loader soon
  {
    address: '/embed.js',
    path: join(built, 'loader', 'embed.js'),
    type: 'text/javascript; charset=utf-8',
    cache: 'public, max-age=300',
  },
]

export function assetRoutes(app: FastifyInstance, built: string): void {
  for (const { address, path, type, cache } of assets(built)) {
    const content = readFileSync(path)
    app.get(address, (_, reply) => reply.header('content-type', type).header('cache-control', cache).send(content))
  }
}
