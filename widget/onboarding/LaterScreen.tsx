/** Every screen after the first: one line per state, saying which step shows it and which event each button is. */
import { useState } from 'react'
import { CODES_PER_SIGN_UP } from '../../machines/onboarding/onboarding.delays.ts'
import { STEP_TRIES } from '../../machines/provisioning/provisioning.delays.ts'
import type { Fact } from '../../ui/Summary.tsx'
import { cardOf, planChoice, seatsOf, setUpLabel } from '../copy/choices.ts'
import { copy } from '../copy/later.ts'
import { AbandonedStep } from '../steps/AbandonedStep.tsx'
import { AddressTakenStep } from '../steps/AddressTakenStep.tsx'
import { CodeExpiredStep } from '../steps/CodeExpiredStep.tsx'
import { CodeLockedStep } from '../steps/CodeLockedStep.tsx'
import { CodeSendingStep } from '../steps/CodeSendingStep.tsx'
import { CodeStep } from '../steps/CodeStep.tsx'
import { ExpiredStep } from '../steps/ExpiredStep.tsx'
import { FinishedStep } from '../steps/FinishedStep.tsx'
import { GivingBackStep } from '../steps/GivingBackStep.tsx'
import { MailFailedStep } from '../steps/MailFailedStep.tsx'
import { NeedsHumanStep } from '../steps/NeedsHumanStep.tsx'
import { PlanStep } from '../steps/PlanStep.tsx'
import { PlansFailedStep } from '../steps/PlansFailedStep.tsx'
import { PlansLoadingStep } from '../steps/PlansLoadingStep.tsx'
import { ProfileStep } from '../steps/ProfileStep.tsx'
import { ReadyStep } from '../steps/ReadyStep.tsx'
import { SetUpFailedStep } from '../steps/SetUpFailedStep.tsx'
import { SetUpStep } from '../steps/SetUpStep.tsx'
import { SkewStep } from '../steps/SkewStep.tsx'
import { trackOf } from '../steps/track.ts'
import { isPaidByCard, type Moment, type ScreenProps } from './moment.ts'
import { PaymentPiece } from './PaymentPiece.tsx'

export function LaterScreen(props: ScreenProps) {
  // what they would rather have than pay: the plans begin with it when they are back
  const [instead, setInstead] = useState<string | null>(null)
  if (props.moment.screen === 'PaymentScreen') return <PaymentPiece {...props} onInstead={setInstead} />
  return (
    proof(props) ??
    aboutYou(props, instead) ??
    setUp(props) ??
    ending(props) ?? <SkewStep onReload={props.acts.reload} />
  )
}

/** From the address to its proof. */
function proof({ moment: { screen, context, until, busy, problem, problems }, acts }: ScreenProps) {
  const { email, triesLeft } = context
  const onChangeAddress = () => acts.send({ type: 'address.changed' })
  const onResend = () => acts.send({ type: 'code.requested' })
  const canResend = context.codesSent < CODES_PER_SIGN_UP
  const asking = { email, busy, problem, canResend, onResend, onChangeAddress }
  switch (screen) {
    case 'CodeSendingStep':
      return <CodeSendingStep email={email} onChangeAddress={onChangeAddress} />
    case 'CodeStep':
      return (
        <CodeStep
          {...asking}
          worksUntil={until['codeLifetime'] ?? null}
          resendAt={until['resendCooldown'] ?? null}
          problem={problems['code'] ?? problem ?? context.problem}
          triesLeft={triesLeft}
          onSubmit={({ code }) => acts.send({ type: 'code.typed', code })}
        />
      )
    case 'CodeLockedStep':
      return <CodeLockedStep {...asking} until={until['lockDuration'] ?? null} />
    case 'CodeExpiredStep':
      return <CodeExpiredStep {...asking} />
    case 'MailFailedStep':
      return <MailFailedStep {...asking} />
    default:
      return null
  }
}

/** Who they are and what they choose. */
function aboutYou({ moment, acts }: ScreenProps, instead: string | null) {
  const { screen, context, busy, problem, problems } = moment
  const onBack = () => acts.send({ type: 'step.back' })
  switch (screen) {
    case 'ProfileStep':
      return (
        <ProfileStep
          values={{ name: context.name, company: context.company, role: context.role ?? '' }}
          passwordKept={context.passwordKept}
          problem={problem}
          problems={problems}
          busy={busy}
          onSubmit={({ password, ...profile }) =>
            acts.send({ type: 'profile.saved', ...profile, ...(password !== '' && { password }) })
          }
        />
      )
    case 'PlansLoadingStep':
      return <PlansLoadingStep onBack={onBack} />
    case 'PlanStep':
      return (
        <PlanStep
          plans={context.plans.map(planChoice)}
          chosen={instead ?? context.plan}
          interval={context.interval}
          busy={busy}
          problem={problem ?? context.problem}
          onSubmit={(choice) => acts.send({ type: 'plan.chosen', ...choice })}
          onBack={onBack}
        />
      )
    case 'PlansFailedStep':
      return (
        <PlansFailedStep
          busy={busy}
          problem={problem}
          onRetry={() => acts.send({ type: 'plans.requested' })}
          onBack={onBack}
        />
      )
    default:
      return null
  }
}

/** They wait for us. */
function setUp({ moment, acts, places }: ScreenProps) {
  const { screen, context, nextTryAt, busy, problem } = moment
  const { company, reference } = context
  const isPaid = isPaidByCard(context)
  const track = trackOf(isPaid)
  switch (screen) {
    case 'SetUpStep':
      return (
        <SetUpStep
          company={company}
          steps={context.steps.map((one) => ({ ...one, label: setUpLabel(one.key), maxTries: STEP_TRIES }))}
          nextTryAt={nextTryAt}
          isPaid={isPaid}
          track={track}
        />
      )
    case 'NeedsHumanStep':
      return <NeedsHumanStep company={company} reference={reference} about={troubleOf(moment)} track={track} />
    case 'GivingBackStep':
      return <GivingBackStep company={company} />
    case 'SetUpFailedStep':
      return (
        <SetUpFailedStep
          company={company}
          reference={reference}
          refunded={context.problem === 'setup.refunded'}
          busy={busy}
          problem={problem ?? context.problem}
          track={track}
          onRetry={() => acts.send({ type: 'setUp.retried' })}
        />
      )
    case 'AddressTakenStep':
      return <AddressTakenStep email={context.email} signInUrl={places.signInUrl} />
    default:
      return null
  }
}

/** A set-up that stands still says so itself; whatever else stands still is money on its way back. */
const troubleOf = ({ context }: Moment) => {
  if (context.problem !== 'setup.needsHuman') return 'money'
  return isPaidByCard(context) ? 'paid setup' : 'setup'
}

/** The ways it ends. */
function ending({ moment: { screen, context, busy, problem, can }, acts, places }: ScreenProps) {
  const { company } = context
  const track = trackOf(isPaidByCard(context))
  switch (screen) {
    case 'ReadyStep':
      return (
        <ReadyStep
          company={company}
          facts={factsOf(context)}
          busy={busy}
          problem={problem}
          track={track}
          onOpen={acts.open}
        />
      )
    case 'FinishedStep':
      return <FinishedStep company={company} signInUrl={places.signInUrl} track={track} />
    case 'AbandonedStep':
      return (
        <AbandonedStep
          canResume={can('signUp.resumed')}
          busy={busy}
          problem={problem}
          onResume={() => acts.send({ type: 'signUp.resumed' })}
        />
      )
    case 'ExpiredStep':
      return <ExpiredStep onRestart={acts.restart} />
    default:
      return null
  }
}

/** What they have now: where it is, what plan it has, and what paid for it. */
function factsOf({ slug, plans, plan, seats, card }: Moment['context']): Fact[] {
  const chosen = plans.find(({ key }) => key === plan)
  const name = chosen?.name ?? ''
  return [
    { label: copy.text('ready.workspace'), value: slug ?? '' },
    { label: copy.text('ready.plan'), value: chosen?.billing === 'card' ? seatsOf(name, seats) : name },
    ...(card ? [{ label: copy.text('ready.paidWith'), value: cardOf(card) }] : []),
  ]
}
