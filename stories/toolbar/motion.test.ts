import { describe, expect, it } from 'vitest'
import { under } from './motion.ts'

const met = '(min-width: 0)'
const unmet = '(max-width: -1px)'

describe('a media query under the chosen motion', () => {
  it.each([
    ['auto', '(prefers-reduced-motion: reduce)', '(prefers-reduced-motion: reduce)'],
    ['reduced', '(prefers-reduced-motion: reduce)', met],
    ['reduced', '(prefers-reduced-motion)', met],
    ['reduced', 'screen and (prefers-reduced-motion:no-preference)', `screen and ${unmet}`],
    ['full', '(prefers-reduced-motion: reduce)', unmet],
    ['full', '(prefers-reduced-motion: no-preference)', met],
    ['reduced', '(max-width: 480px)', '(max-width: 480px)'],
  ] as const)('%s answers %s', (motion, query, answer) => {
    expect(under(motion, query)).toBe(answer)
  })
})
