/** A page in place of stately.ai's, with the package's own receiver in it: what the inspector there would have heard. */
import type { StatelyInspectionEvent } from '@statelyai/inspect'
import { fileURLToPath } from 'node:url'
import type { BrowserContext, Page } from 'playwright'
import { build, type Rolldown } from 'vite'

const entry = fileURLToPath(new URL('receiving.ts', import.meta.url))

/** Answers for stately.ai. Nothing of a test leaves this machine. */
export async function standInForStately(context: BrowserContext): Promise<void> {
  const script = await receiverScript()
  const page = `<!doctype html><html lang="en"><title>Inspector</title><link rel="icon" href="data:,"><script>${script}</script>`
  await context.route('https://stately.ai/**', (route) => route.fulfill({ contentType: 'text/html', body: page }))
}

/** What the receiver has heard so far. */
export const heardBy = (inspector: Page): Promise<StatelyInspectionEvent[]> =>
  inspector.evaluate(() => Reflect.get(globalThis, 'heard') as StatelyInspectionEvent[])

async function receiverScript(): Promise<string> {
  const built = (await build({
    configFile: false,
    logLevel: 'silent',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: { write: false, lib: { entry, formats: ['iife'], name: 'receiver' } },
  })) as Rolldown.RolldownOutput[]
  return built[0]!.output[0].code.replaceAll('</script', '<\\/script')
}
