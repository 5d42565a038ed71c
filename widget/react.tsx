/**
 * The embedded flows as a React component, for pages of our own origin and for React customers.
 *
 * `<TenureFlow flow="onboarding" embeddingKey="pk_…" />`, `<TenureFlow flow="offboarding" embeddingKey="pk_…" />`
 */
import { lazy, Suspense, useMemo } from 'react'
import { openSession } from './client/session.ts'
import { browserShelf } from './client/shelf.ts'
import { Onboarding, type OnboardingEvents } from './onboarding/Onboarding.tsx'
import { LoadingStep } from './steps/LoadingStep.tsx'

const Leaving = lazy(() => import('./leaving/Leaving.tsx').then((piece) => ({ default: piece.Leaving })))

export interface TenureFlowProps extends OnboardingEvents {
  readonly flow: 'onboarding' | 'offboarding'
  readonly embeddingKey: string
  /** Where Tenure runs; empty on its own pages. No slash at the end. */
  readonly base?: string
  /** BCP 47; the page's language when left out. */
  readonly locale?: string
}

export function TenureFlow(props: TenureFlowProps) {
  if (props.flow === 'onboarding') return <SignUp {...props} />
  const { base = '', locale = languageOf(document), onStep, onCompleted } = props
  const events = { ...(onStep && { onStep }), ...(onCompleted && { onCompleted }) }
  return (
    <Suspense fallback={<LoadingStep />}>
      <Leaving base={base} locale={locale} {...events} />
    </Suspense>
  )
}

function SignUp({ embeddingKey, base = '', locale = languageOf(document), ...events }: TenureFlowProps) {
  const session = useMemo(
    () =>
      openSession({
        base,
        machine: 'onboarding',
        input: { embeddingKey, locale },
        shelf: browserShelf(`tenure.onboarding.${embeddingKey}`),
      }),
    [base, embeddingKey, locale],
  )
  const places = {
    signInUrl: `${base}/portal/sign-in`,
    hostedUrl: `${base}/signup?key=${encodeURIComponent(embeddingKey)}`,
  }
  return <Onboarding session={session} places={places} {...events} />
}

/** What the page says it is written in. */
export const languageOf = (page: Document): string => page.documentElement.lang || 'en'
