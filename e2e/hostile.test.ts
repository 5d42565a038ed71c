/** Names that are code, sites that are not ours, keys nobody was given. */
import Fastify from 'fastify'
import { describe, expect, onTestFinished } from 'vitest'
import { it, served } from './support/journey.ts'
import { codeIn, mailTo } from './support/mailbox.ts'
import { begin, fillProfile, frameOf, mara, prove, steps, takeFree, tellAboutYou, title } from './support/sign-up.ts'

const home = served()

describe('a name', () => {
  it('that is code is shown as text in the widget, the portal and the mails', async ({ arrive }) => {
    const code = '<img src=x onerror="document.title=1">'
    const person = { ...mara('code'), name: `${code} Mara`, company: `${code} & Søns "Ltd"` }
    const { page } = await arrive()
    await page.goto(`${home().url}/signup`)
    await begin(page, person.email)
    await prove(home(), page, person.email)
    await tellAboutYou(page, person)
    await takeFree(page)
    await title(page, `${person.company} is ready`).waitFor()
    await page.getByRole('button', { name: 'Open workspace' }).click()
    await page.waitForURL(/\/portal\/$/)
    await title(page, person.company).waitFor()
    await page.getByRole('button', { name: 'New project' }).click()
    await page.getByLabel('Name').fill(code)
    await page.getByRole('button', { name: 'Create project' }).click()
    await page.getByRole('rowheader', { name: code, exact: true }).waitFor()
    await page.getByRole('link', { name: 'Notifications' }).click()
    await page
      .getByRole('listitem')
      .filter({ hasText: `${person.company} is ready` })
      .waitFor()

    const welcome = await mailTo(home().url, person.email, /is ready$/)
    expect(welcome.subject).toBe(`${person.company} is ready`)
    expect(welcome.html).not.toContain('<img src=x')
    await page.goto(`${home().url}/sandbox/mailbox?mail=${welcome.id}`)
    const mail = page.frameLocator('iframe')
    await mail.getByRole('heading', { name: /^<img src=x .* & Søns "Ltd" is ready$/ }).waitFor()
    expect(await mail.locator('img[src="x"]').count()).toBe(0)
    expect(await page.title()).toMatch(/^Mailbox/)
  })

  it('of 80 characters in another script fits where it is shown', async ({ arrive }) => {
    const person = { ...mara('long'), company: 'شركةالأملالطويل'.repeat(5).slice(0, 74) + ' Press' }
    const { page } = await arrive({ viewport: { width: 390, height: 844 } })
    await page.goto(`${home().url}/signup`)
    await begin(page, person.email)
    await prove(home(), page, person.email)
    await tellAboutYou(page, person)
    await takeFree(page)
    await page.getByRole('button', { name: 'Open workspace' }).click()
    await page.waitForURL(/\/portal\/$/)
    await title(page, person.company).waitFor()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
  })

  it('that turns the words around it is refused, with the reason', async ({ arrive }) => {
    const person = { ...mara('turned'), company: 'Fernhill \u202eoidutS' }
    const { page } = await arrive()
    await page.goto(`${home().url}/signup`)
    await begin(page, person.email)
    await prove(home(), page, person.email)
    await fillProfile(page, person)
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.getByText('This has signs that cannot be shown.').waitFor()
  })
})

describe('a site', () => {
  it('with a key nobody was given says so, and offers the sign-up nowhere', async ({ arrive }) => {
    const visit = await arrive()
    visit.expectComplaint(/404 \(Not Found\)/)
    await visit.page.goto(`${home().url}/signup?key=pk_<b>nobody</b>`)
    await title(visit.page, 'This sign-up cannot be shown').waitFor()
    await visit.page.getByText('pk_<b>nobody</b>').waitFor()
  })

  it('that the key does not name may not frame the sign-up; it shows the way to its page instead', async ({
    arrive,
  }) => {
    const foreign = Fastify()
    onTestFinished(() => foreign.close())
    foreign.get('/', (_, reply) =>
      reply
        .type('text/html')
        .send(
          `<link rel="icon" href="data:,"><script src="${home().url}/embed.js" async></script><tenure-flow flow="onboarding" key="pk_demo"></tenure-flow>`,
        ),
    )
    const address = await foreign.listen({ port: 0, host: 'localhost' })
    const visit = await arrive()
    visit.expectComplaint(/frame-ancestors|Failed to execute 'postMessage'/)
    const { page } = visit
    await page.clock.install()
    await page.goto(address)
    await page.locator('iframe').waitFor()
    await page.clock.fastForward(10_000)
    await page.getByRole('link', { name: 'Sign up on a page of its own' }).click()
    await title(page, steps.address).waitFor()
    expect(page.url()).toMatch(`${home().url}/signup?key=pk_demo`)
  })

  it('hears nothing of what is typed into its frame', async ({ arrive }) => {
    const { page } = await arrive()
    await page.addInitScript(() => {
      const heard: string[] = []
      Object.assign(globalThis, { heard })
      for (const type of ['ready', 'resize', 'step', 'completed', 'error'])
        addEventListener(type, (event) => heard.push(JSON.stringify([type, (event as CustomEvent).detail])), true)
      addEventListener('message', ({ data }) => heard.push(JSON.stringify(data)))
    })
    await page.goto(home().demoUrl)
    const person = mara('silent')
    await begin(frameOf(page), person.email)
    const code = codeIn(await mailTo(home().url, person.email, /code/))
    await prove(home(), frameOf(page), person.email)
    await tellAboutYou(frameOf(page), person)
    await takeFree(frameOf(page))

    const heard = (await page.evaluate(() => Reflect.get(globalThis, 'heard') as string[])).join('\n')
    expect(heard).toContain('["step",{"state":"\\"ready\\""}]')
    for (const secret of [person.email, code, person.password, person.name, person.company])
      expect(heard).not.toContain(secret)
  })
})
