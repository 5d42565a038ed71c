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
  passwordChanged: { site, name: 'Mara Lindqvist', atMs: untilMs, link: `${site}/portal/sign-in` },
  noAccount: { site, link: `${site}/signup` },
  receipt: {
    site,
    name: 'Mara Lindqvist',
    company: 'Fernhill Studio',
    planName: 'Team',
    number: 'TEN-0001',
    seats: 3,
    period: { fromMs: Date.UTC(2026, 10, 23), toMs: Date.UTC(2026, 11, 23) },
    amount: { amountMinor: 8700, currency: 'eur' },
    paidAtMs: Date.UTC(2026, 10, 23, 10, 42),
    card: { brand: 'visa', last4: '4242' },
    link: 'https://pay.example/in_1',
    pdfLink: 'https://pay.example/in_1.pdf',
  },
  refunded: {
    site,
    name: 'Mara Lindqvist',
    company: 'Fernhill Studio',
    planName: 'Team',
    amount: { amountMinor: 8700, currency: 'eur' },
    reference: 'TN-7D4B1A00',
    link: `${site}/signup`,
  },
  invitation: {
    site,
    inviter: 'Mara Lindqvist',
    company: 'Fernhill Studio',
    role: 'developer',
    link: `${site}/invitation?token=t`,
    untilMs: Date.UTC(2026, 10, 30),
    isReminder: false,
  },
  invitationAnswered: {
    site,
    outcome: 'accepted',
    inviter: 'Mara Lindqvist',
    name: 'Ana Reis',
    email: 'ana@fernhill.studio',
    company: 'Fernhill Studio',
    link: `${site}/portal/team`,
  },
  accessRemoved: { site, name: 'Ana Reis', company: 'Fernhill Studio', by: 'Mara Lindqvist' },
  integrationBroken: {
    site,
    name: 'Mara Lindqvist',
    company: 'Fernhill Studio',
    kind: 'github',
    account: 'fernhill-dev',
    link: `${site}/portal/settings/integrations`,
  },
  dunning: {
    site,
    step: 'restricted',
    name: 'Mara Lindqvist',
    company: 'Fernhill Studio',
    amount: { amountMinor: 8700, currency: 'eur' },
    number: 'TEN-0002',
    card: { brand: 'visa', last4: '0341' },
    nextAtMs: Date.UTC(2026, 11, 2),
    link: `${site}/portal/billing`,
    payLink: 'https://pay.example/in_2',
  },
  recovered: {
    site,
    name: 'Mara Lindqvist',
    company: 'Fernhill Studio',
    wasClosed: true,
    link: `${site}/portal/billing`,
  },
  usage: {
    site,
    name: 'Mara Lindqvist',
    company: 'Fernhill Studio',
    what: 'Requests',
    unit: 'request',
    kind: 'sum',
    month: '2026-11',
    threshold: 80,
    used: 8100,
    limit: 10_000,
    hard: true,
    link: `${site}/portal/billing`,
  },
  cancelled: {
    site,
    name: 'Mara Lindqvist',
    company: 'Northlake Press',
    planName: 'Team',
    cancelledAtMs: Date.UTC(2026, 10, 18, 9),
    endsAtMs: Date.UTC(2026, 11, 2, 9),
    atOnce: false,
    deletedAtMs: Date.UTC(2027, 0, 1, 9),
    link: `${site}/portal/leave`,
  },
  exportReady: {
    site,
    name: 'Mara Lindqvist',
    company: 'Northlake Press',
    fileName: 'northlake-press-data.zip',
    bytes: 1_812_004,
    sha256: 'ab'.repeat(32),
    untilMs: Date.UTC(2026, 10, 25, 9),
    link: `${site}/portal/leave`,
  },
  closingSoon: {
    site,
    name: 'Mara Lindqvist',
    company: 'Northlake Press',
    daysLeft: 14,
    deletedAtMs: Date.UTC(2027, 0, 1, 9),
    link: `${site}/portal/leave`,
  },
  closed: {
    site,
    name: 'Mara Lindqvist',
    company: 'Northlake Press',
    number: 'TNC-7D4B-1A00-9XYZ',
    invoices: 2,
    invoicesUntilMs: Date.UTC(2034, 11, 31),
    link: `${site}/certificates/TNC-7D4B-1A00-9XYZ`,
  },
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

  it('of a payment says what, for whom, for when and how, and where the invoice is', async () => {
    const { subject, text } = await render('receipt', props.receipt)
    expect(subject).toBe('Your receipt: €87.00 for Team')
    expect(text).toMatchInlineSnapshot(`
      "€87.00 paid

      Mara Lindqvist, this is the receipt for Fernhill Studio on the plan
      Team, paid on 23 November 2026. There is nothing you need to do.

      Receipt    TEN-0001
      What       Team, 3 seats
      Period     23 November 2026 to 22 December 2026
      Paid with  Visa ending in 4242
      Total      €87.00

      See the invoice https://pay.example/in_1

      For the books: download it as a PDF https://pay.example/in_1.pdf

      Something looks wrong? Answer this mail with the number TEN-0001, and a
      person looks at it.

      Tenure, Hafenstraße 12, 04109 Leipzig. Sent because you own the
      workspace Fernhill Studio at tenure.app."
    `)
  })

  it('of a payment leaves out what the provider did not say', async () => {
    const { html, text } = await render('receipt', {
      ...props.receipt,
      period: null,
      card: null,
      link: null,
      pdfLink: null,
    })
    expect(text).not.toMatch(/Period|Paid with|https/)
    expect(html).not.toContain('href="https')
  })

  it('counts money in the currency’s own units', async () => {
    const yen = { ...props.receipt, amount: { amountMinor: 8700, currency: 'jpy' }, seats: 1 }
    const { subject, text } = await render('receipt', yen)
    expect(subject).toBe('Your receipt: ¥8,700 for Team')
    expect(text).toContain('1 seat')
  })

  it('of money that goes back says how much, why, when and by what reference', async () => {
    const { subject, text } = await render('refunded', props.refunded)
    expect(subject).toBe('€87.00 are on their way back to you')
    expect(text).toMatchInlineSnapshot(`
      "€87.00 are on their way back

      Mara Lindqvist, we could not set up Fernhill Studio, and tried several
      times. You pay nothing: the plan Team is ended and the whole amount goes
      back to your card. Banks take five to ten days to show it.

      Try again https://tenure.app/signup

      It was our fault, not yours. The address is free for another sign-up.

      Given back  €87.00
      Reference   TN-7D4B1A00

      Not there after ten days? Answer this mail with the reference
      TN-7D4B1A00, and a person follows it up with the bank.

      Tenure, Hafenstraße 12, 04109 Leipzig. Sent because a sign-up with this
      address was paid at tenure.app."
    `)
  })

  it('that invites says who, where to, as what and until when', async () => {
    const { subject, text } = await render('invitation', props.invitation)
    expect(subject).toBe('Mara Lindqvist invites you to Fernhill Studio')
    expect(text).toMatchInlineSnapshot(`
      "Join Fernhill Studio

      Mara Lindqvist invites you to work in Fernhill Studio. Look at it, and
      accept or decline on the page that opens.

      Workspace    Fernhill Studio
      Your role    Developer
      Works until  30 November 2026

      See the invitation https://tenure.app/invitation?token=t

      The link is for you alone and works once. A newer one takes its place.

      You do not know them? Then ignore this mail: nothing is made, and the
      invitation ends by itself.

      Tenure, Hafenstraße 12, 04109 Leipzig. Sent because this address was
      invited at tenure.app."
    `)
    const reminder = await render('invitation', { ...props.invitation, isReminder: true })
    expect(reminder.subject).toBe('Your invitation to Fernhill Studio ends soon')
  })

  it('of a removal says by whom, and what stays', async () => {
    const { subject, text } = await render('accessRemoved', props.accessRemoved)
    expect(subject).toBe('You no longer have access to Fernhill Studio')
    expect(text).toMatchInlineSnapshot(`
      "You are no longer in Fernhill Studio

      Ana Reis, Mara Lindqvist removed you from this workspace. It is closed
      to you from now on, and you are signed out everywhere.

      What you made there stays with the team. Your own account and your other
      workspaces stay as they are.

      This is a mistake? Ask Mara Lindqvist for a new invitation.

      Tenure, Hafenstraße 12, 04109 Leipzig. Sent because you were a member of
      a workspace at tenure.app."
    `)
    expect((await render('accessRemoved', { ...props.accessRemoved, by: null })).text).toContain('You have left')
  })

  it('of a new password says since when, and what to do if it was somebody else', async () => {
    const { text } = await render('passwordChanged', props.passwordChanged)
    expect(text).toMatchInlineSnapshot(`
      "Your password was changed

      Mara Lindqvist, your account has had another password since 23 November
      2026, 10:42 UTC. You are signed out everywhere but where you changed it.

      It was not you? Then somebody has your old password, or found your
      screen unlocked. Sign in with a code by mail
      https://tenure.app/portal/sign-in, end the sessions you do not know
      under Settings, and write to us at once.

      Tenure, Hafenstraße 12, 04109 Leipzig. Sent because the password of an
      account with this address was changed at tenure.app."
    `)
  })

  it.each([
    ['accepted', 'Ana Reis', 'Ana Reis joined Fernhill Studio'],
    ['declined', '', 'ana@fernhill.studio declined your invitation'],
    ['expired', '', 'Your invitation to ana@fernhill.studio expired'],
  ] as const)('of an invitation that was %s says who and what became of it', async (outcome, name, subject) => {
    const mail = await render('invitationAnswered', { ...props.invitationAnswered, outcome, name })
    expect(mail.subject).toBe(subject)
    expect(mail.text.replace(/\s+/g, ' ')).toContain('you invited ana')
  })

  it('that can be stopped says how in its foot; any other says nothing of it', async () => {
    const link = `${site}/unsubscribe?token=t`
    const { html, text } = await render('welcome', props.welcome, link)
    expect(html).toContain(`href="${link}"`)
    expect(text.replace(/\s+/g, ' ')).toMatch(
      /You can do without mails like this one: unsubscribe https:\S+token=t\.?$/,
    )
    expect((await render('welcome', props.welcome)).text).not.toContain('unsubscribe')
  })

  it('that invites makes no link of a stranger’s name', async () => {
    const company = 'Win\r\nBcc: x@evil.example'
    const { subject, html, text } = await render('invitation', {
      ...props.invitation,
      inviter: 'https://evil.example',
      company,
    })
    expect(subject).not.toMatch(/[\r\n]/)
    for (const part of [html, text]) expect(part).not.toMatch(/evil\.example/)
  })

  it.each([
    ['pastDue', 'We could not collect €87.00 for Fernhill Studio', 'Everything keeps working until 2 December 2026'],
    ['grace', '€87.00 for Fernhill Studio are still open', 'Everything keeps working until 2 December 2026'],
    ['restricted', 'Fernhill Studio is limited until €87.00 are paid', 'nothing new can be made'],
    ['suspended', 'Fernhill Studio is suspended: €87.00 are open', 'On 2 December 2026 we end the subscription'],
    ['collectionsStopped', 'The subscription of Fernhill Studio has ended', 'no card is charged any more'],
  ] as const)('of money owed says at the step %s what works until when', async (step, subject, says) => {
    const mail = await render('dunning', { ...props.dunning, step })
    expect(mail.subject).toBe(subject)
    expect(mail.text.replace(/\s+/g, ' ')).toContain(says)
    for (const link of [props.dunning.link, props.dunning.payLink!]) expect(mail.text).toContain(link)
  })

  it.each([
    [{ threshold: 80 }, 'Fernhill Studio has used 80 % of its requests', 'At 100 % more is refused'],
    [{ threshold: 100, used: 10_000 }, 'Fernhill Studio has used all of its requests', 'until November 2026 is over'],
    [{ threshold: 100, hard: false }, 'Fernhill Studio has used all of its requests', 'nothing is refused'],
    [
      { what: 'Storage', unit: 'byte', kind: 'level', used: 9e8, limit: 1e9, threshold: 80 },
      'Fernhill Studio has used 80 % of its storage',
      '900.0 MB of the 1.0 GB its plan includes.',
    ],
  ] as const)('of use says what is used and what happens beyond: %o', async (more, subject, says) => {
    const mail = await render('usage', { ...props.usage, ...more })
    expect(mail.subject).toBe(subject)
    expect(mail.text.replace(/\s+/g, ' ')).toContain(says)
    expect(mail.text).toContain(props.usage.link)
  })

  it('of a debt that is settled says thanks, and what is open again', async () => {
    const { subject, text } = await render('recovered', props.recovered)
    expect(subject).toBe('Thank you: Fernhill Studio is paid')
    expect(text).toContain('open again')
    expect((await render('recovered', { ...props.recovered, wasClosed: false })).text).toContain('Nothing was')
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
