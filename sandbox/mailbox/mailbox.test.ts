import { describe, expect, it } from 'vitest'
import type { KeptMail } from '../../server/records/notices/mailbox.ts'
import { mailboxJson } from './json.ts'
import { mailboxPage } from './page.ts'

const mail: KeptMail = {
  id: 'a1',
  to: 'mara@fernhill.studio',
  subject: '418 302 is your Tenure code',
  text: 'Your code is 418 302',
  html: '<p class="x">Your code is <b>418 302</b></p>',
  links: ['https://tenure.app/verify?token=t&x=1'],
  headers: { 'List-Unsubscribe': '<https://tenure.app/unsubscribe?token=u>' },
  at: Date.UTC(2026, 10, 23, 10, 27),
}

describe('the mailbox page', () => {
  it('says that it is a sandbox, and what to do while it is empty', () => {
    const text = mailboxPage([], { selected: null })
    expect(text).toContain('This is a sandbox')
    expect(text).toContain('No mail yet')
  })

  it('shows the chosen mail, or the newest', () => {
    const older = { ...mail, id: 'a2', subject: 'An older one' }
    expect(mailboxPage([mail, older], { selected: 'a2' })).toContain('<h2>An older one</h2>')
    expect(mailboxPage([mail, older], { selected: null })).toContain('<h2>418 302 is your Tenure code</h2>')
    expect(mailboxPage([mail, older], { selected: 'gone' })).toContain('class="split choosing"')
  })

  it('keeps the mail in a frame without scripts and escapes everything else', () => {
    const hostile = '"><script>alert(1)</script>'
    const text = mailboxPage([{ ...mail, subject: hostile, to: hostile, text: hostile, html: hostile, id: hostile }], {
      selected: null,
    })
    expect(text).not.toContain('<script')
    expect(text).not.toContain(hostile)
    expect(text).toContain('sandbox="allow-popups allow-popups-to-escape-sandbox"')
    expect(text).toContain('srcdoc="&quot;&gt;&lt;script&gt;')
  })

  it('makes links of pages only', () => {
    const text = mailboxPage([{ ...mail, links: [...mail.links, 'javascript:alert(1)'] }], { selected: null })
    expect(text).toContain('<a href="https://tenure.app/verify?token=t&amp;x=1">')
    expect(text).not.toContain('href="javascript')
  })
})

it('tells scripts the same', () => {
  expect(mailboxJson([mail])).toEqual([{ ...mail, at: '2026-11-23T10:27:00.000Z' }])
})
