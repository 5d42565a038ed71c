/** Finds a Chromium for the stories and the journeys, without asking anyone to install one. */
import { existsSync } from 'node:fs'

const debian = '/usr/bin/chromium'

/** Where Linux distributions keep the libraries the browser from npm needs. */
const libraryFolders = ['/usr/lib/x86_64-linux-gnu', '/lib/x86_64-linux-gnu', '/usr/lib64', '/usr/lib']

/**
 * The path of a Chromium: `CHROMIUM_PATH`, else Debian's, else the one npm installed with us (unpacked once into the
 * system's temporary folder). Start it with Playwright's own arguments: those the npm package proposes switch web
 * security off. Throws when `CHROMIUM_PATH` names nothing.
 */
export async function resolveChromium(): Promise<string> {
  const chosen = process.env.CHROMIUM_PATH
  if (chosen) {
    if (!existsSync(chosen)) throw new Error(`CHROMIUM_PATH is ${chosen}, where there is no file. Correct or unset it.`)
    return chosen
  }
  return existsSync(debian) ? debian : await unpackChromium()
}

/** The browser from npm. Exported for its test; everything else asks `resolveChromium`. */
export async function unpackChromium(): Promise<string> {
  // Read when the package is imported: it then brings the libraries a bare system lacks and names them in
  // LD_LIBRARY_PATH, which the browser inherits from us.
  const hasLibraries = libraryFolders.some((folder) => existsSync(`${folder}/libnss3.so`))
  if (!hasLibraries) process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs22.x'
  const { default: chromium } = await import('@sparticuz/chromium')
  return await chromium.executablePath()
}
