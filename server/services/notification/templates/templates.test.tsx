import { describe, expect, it } from 'vitest'
import { render } from './index.tsx'
import type { MailProps, MailTemplate } from './props.ts'

const site = 'https://tenure.app'
const untilMs = Date.UTC(2026, 10, 23, 10, 42)
const props: MailProps = {
  code: { site, code: '418302', minutes: 15, untilMs, link: `${site}/verify?token=t` },
  someoneTried: { site, link: `${site}/portal/` },
  reminder: { site, name: 'Mara Lindqvist', number: 1, link: `${site}/signup?resume=t` },
  welcome: { site, name: 'Mara Lindqvist', company: 'Fernhill Studio', planName: 'Free', link: `${site}/portal/` },
  signInCode: { site, code: '418302', minutes: 15, untilMs },
  noAccount: { site, link: `${site}/signup` },
}
const templates = Object.keys(props) as MailTemplate[]

describe('a mail', () => {
  it('has the code in its subject, in two groups', async () => {
    expect((await render('code', props.code)).subject).toBe('418 302 is your Tenure code')
    expect((await render('signInCode', props.signInCode)).subject).toBe('418 302 is your Tenure code')
  })

  it('says the action, the deadline, the way back and what to do if it was not asked for', async () => {
    const { text } = await render('code', props.code)
    expect(text).toMatchInlineSnapshot(`
      "Your code is 418 302

      Type it in the tab where you started. It works for 15 minutes, until
      10:42 UTC.

      Rather not type? Confirm your address with a button
      https://tenure.app/verify?token=t

      You did not ask for this? Then someone typed your address by mistake.
      Ignore this mail; without the code no account is made, and the address
      is forgotten after a day.

      Nobody from Tenure will ever ask you for this code.

      Tenure, Hafenstraße 12, 04109 Leipzig. Sent because this address was
      entered at tenure.app."
    `)
  })

  it.each(templates)('%s says the same in text as in HTML', async (template) => {
    const { html, text } = await render(template, props[template])
    const words = new Set(visible(html).split(/\s+/))
    const missing = text.split(/\s+/).filter((word) => !words.has(word) && !word.startsWith('https://'))
    expect(missing).toEqual([])
    expect(visible(html)).toContain('Hafenstraße 12')
  })

  it.each(templates)('%s is tables with plain colours and nothing fetched', async (template) => {
    const { html } = await render(template, props[template])
    expect(html).toContain('<table')
    expect(html).not.toMatch(/var\(--|light-dark|<img|<script|<link/)
    expect(html).toContain('color:#131916')
  })

  it('shows a hostile name as text, in one line, and makes no link of it', async () => {
    const hostile = { ...props.welcome, company: '<b>Win</b>\r\nBcc: x@evil.example', name: 'https://evil.example' }
    const { subject, html, text } = await render('welcome', hostile)
    expect(subject).toBe('<b>Win</b> Bcc: x@evil.example is ready')
    expect(html).not.toContain('<b>Win')
    for (const part of [html, text]) expect(part).not.toMatch(/evil\.example/)
    expect(html.match(/href="[^"]*"/g)).toEqual([`href="${site}/portal/"`])
  })
})

const visible = (html: string) =>
  html
    .replace(/<(style|title)[\s\S]*?<\/\1>/g, ' ')
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<\/(p|h1|td|a|div)>/g, ' ')
    .replace(/<[^>]+>/g, '')
    .replaceAll('&#x27;', "'")
