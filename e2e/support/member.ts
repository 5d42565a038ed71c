/** Somebody with a workspace, without the way there: signed up by the widget's connection, let in by the hand-over. */
import type { Page } from 'playwright'
import type { Visit } from './browser.ts'
import type { Server } from './server.ts'
import { visitor } from './visitor.ts'

/** Leaves the visit's first tab on the home page of a workspace of its own. */
export async function moveIn({ url }: Server, { context, page }: Visit, email: string): Promise<Page> {
  const newcomer = visitor(() => url, email)
  await newcomer.signUp()
  const { action, token } = await newcomer.session.handOver()
  // the request shares the context's cookies
  await context.request.post(action, { form: { token }, headers: { origin: url } })
  await page.goto(`${url}/portal/`)
  await page.getByRole('heading', { name: 'Fernhill Studio', level: 1 }).waitFor()
  return page
}
