import { describe, expect, it } from 'vitest'
import { integrationFlow } from '../../machines/integration/integration.flow.ts'
import { onboardingFlow } from '../../machines/onboarding/onboarding.flow.ts'
import { offboardingFlow } from '../../machines/offboarding/offboarding.flow.ts'
import type { Flow } from '../../machines/kit/flow.ts'
import { admit, RIGHT_CODE } from './ingress.ts'

const onboarding = onboardingFlow as unknown as Flow
const profile = { type: 'profile.saved', name: 'Mara', company: 'Fernhill', role: 'developer' }

describe('what a screen sends in a story', () => {
  it('becomes a verdict when it is a code', () => {
    const typed = (code: string) => admit(onboarding, 'visitor', { type: 'code.typed', code })
    expect(typed(RIGHT_CODE)).toEqual({ admitted: { type: 'code.accepted' } })
    expect(typed('418203')).toEqual({ admitted: { type: 'code.rejected' } })
  })

  it('carries a reference in the place of a secret', () => {
    expect(admit(onboarding, 'visitor', { ...profile, password: 'correct horse' })).toEqual({
      admitted: { ...profile, passwordRef: 'password_1' },
    })
    const given = { type: 'credential.given', credential: 'sk-ant-0123456789' }
    expect(admit(integrationFlow as unknown as Flow, 'member', given)).toEqual({
      admitted: { type: 'credential.given', credentialRef: 'sealed_1' },
    })
  })

  it('is told what is wrong with each field', () => {
    expect(admit(onboarding, 'visitor', { ...profile, name: ' ', password: 'short' })).toEqual({
      problems: { name: 'profile.name.missing', password: 'profile.password.weak' },
    })
  })

  it('is refused when it is not theirs to send, or nothing at all', () => {
    const refused = { refused: 'unknown' }
    expect(admit(onboarding, 'visitor', { type: 'link.confirmed' })).toEqual(refused)
    expect(admit(onboarding, 'visitor', { type: 'toString' })).toEqual(refused)
    expect(admit(offboardingFlow as unknown as Flow, 'visitor', { type: 'leaving.dropped' })).toEqual(refused)
  })
})
