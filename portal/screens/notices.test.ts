import { expect, it } from 'vitest'
import { noticeWords } from './notices.ts'

const notice = (data: Record<string, string>) => ({ id: 'n1', template: 'usage', createdAt: 0, readAt: null, data })
const used = { meter: 'requests', month: '2026-11', threshold: '80', limit: '10000', used: '8100', policy: 'hard' }

it.each<[Record<string, string>, object]>([
  [
    {},
    {
      role: 'person',
      title: '80 % of your requests are used',
      body: '8,100 of 10,000 in November 2026. Everything keeps working; at 100 % more is refused.',
    },
  ],
  [
    { threshold: '100', used: '10000' },
    {
      role: 'problem',
      title: 'All requests of your plan are used',
      body: '10,000 of 10,000 in November 2026. More is refused until November 2026 is over; a larger plan has more.',
    },
  ],
  [
    { threshold: '100', policy: 'soft', meter: 'storage', used: '2000000000', limit: '1000000000' },
    {
      role: 'person',
      title: 'All storage of your plan is used',
      body: '2 GB of 1 GB. What goes beyond is counted, and nothing is refused.',
    },
  ],
])('a notice of use says what is used and what happens beyond: %o', (more, words) => {
  expect(noticeWords(notice({ ...used, ...more }))).toEqual(words)
})
