/**
 * The sign-up as a React component, for pages of our own origin and for React customers.
 *
 * `<TenureFlow flow="onboarding" embeddingKey="pk_…" />`
 */
import { useMemo } from 'react'
import { openSession } from './client/session.ts'
import { browserShelf } from './client/shelf.ts'
import { Onboarding, type OnboardingEvents } from './onboarding/Onboarding.tsx'

export interface TenureFlowProps extends OnboardingEvents {
  readonly flow: 'onboarding'
  readonly embeddingKey: string
  /** Where Tenure runs; empty on its own pages. No slash at the end. */
  readonly base?: string
  /** BCP 47; the page's language when left out. */
  readonly locale?: string
}

export function TenureFlow({
  flow,
  embeddingKey,
  base = '',
  locale = languageOf(document),
  ...events
}: TenureFlowProps) {
  const session = useMemo(
    () =>
      openSession({
        base,
        machine: flow,
        input: { embeddingKey, locale },
        shelf: browserShelf(`tenure.${flow}.${embeddingKey}`),
      }),
    [base, embeddingKey, locale, flow],
  )
  const places = {
    signInUrl: `${base}/portal/sign-in`,
    hostedUrl: `${base}/signup?key=${encodeURIComponent(embeddingKey)}`,
  }
  return <Onboarding session={session} places={places} {...events} />
}

/** What the page says it is written in. */
export const languageOf = (page: Document): string => page.documentElement.lang || 'en'
