/** Loads the templates as they were built for Node. */
import { pathToFileURL } from 'node:url'
import type { Render } from './templates/props.ts'

/** `path`: `dist/mail/index.js`. Throws when it was not built. */
export async function loadTemplates(path: string): Promise<Render> {
  const { render } = (await import(pathToFileURL(path).href)) as { render?: Render }
  if (!render) throw new Error(`${path} holds no mail templates; build them with \`npm run build\`.`)
  return render
}
