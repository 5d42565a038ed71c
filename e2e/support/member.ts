/** Somebody with a workspace, without the way there: signed up by the widget's connection, let in by the hand-over. */
import type { Page } from 'playwright'
import type { Visit } from './browser.ts'
import type { Server } from './server.ts'
import { payForTeam } from './payer.ts'
import { visitor } from './visitor.ts'

type Plan = 'free' | 'team'

/** Leaves the visit's first tab on the home page of a workspace of its own. */
export async function moveIn(home: Server, visit: Visit, email: string, plan: Plan = 'free'): Promise<Page> {
  const newcomer = visitor(() => home.url, email)
  if (plan === 'free') await newcomer.signUp()
  else {
    await newcomer.toPlans()
    await payForTeam(home, newcomer)
    await newcomer.reaches(/ready/)
  }
  const { url } = home
  const { context, page } = visit
  const { action, token } = await newcomer.session.handOver()
  // the request shares the context's cookies
  await context.request.post(action, { form: { token }, headers: { origin: url } })
  await page.goto(`${url}/portal/`)
  await page.getByRole('heading', { name: 'Fernhill Studio', level: 1 }).waitFor()
  return page
}
