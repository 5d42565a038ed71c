import { describe, expect, it } from 'vitest'
import { appClasses, channelsOf, isOptional, mailClasses, noticeClasses, optionalClasses } from './notices.ts'

describe('the classes of notices', () => {
  it('reach people only by the ways they are shown with', () => {
    for (const one of Object.values(mailClasses)) expect(channelsOf[one], one).toContain('mail')
    for (const one of Object.values(appClasses)) expect(channelsOf[one], one).toContain('app')
  })

  it('keep what a lifecycle step waits for, and what guards an account, out of anybody’s reach', () => {
    for (const template of ['dunning', 'closingSoon', 'cancelled', 'passwordChanged', 'code', 'receipt'] as const)
      expect(isOptional(mailClasses[template]), template).toBe(false)
    expect(noticeClasses.filter(isOptional)).toEqual(optionalClasses)
  })

  it('put one happening into one class, whichever way it comes', () => {
    for (const [template, one] of Object.entries(appClasses))
      if (template in mailClasses) expect(mailClasses[template as keyof typeof mailClasses], template).toBe(one)
  })
})
