/** Every screen after the first: one line per state, saying which step shows it and which event each button is. */
import { CODES_PER_SIGN_UP } from '../../machines/onboarding/onboarding.delays.ts'
import { STEP_TRIES } from '../../machines/provisioning/provisioning.delays.ts'
import { planChoice, setUpLabel } from '../copy/choices.ts'
import { AbandonedStep } from '../steps/AbandonedStep.tsx'
import { AddressTakenStep } from '../steps/AddressTakenStep.tsx'
import { CodeExpiredStep } from '../steps/CodeExpiredStep.tsx'
import { CodeLockedStep } from '../steps/CodeLockedStep.tsx'
import { CodeSendingStep } from '../steps/CodeSendingStep.tsx'
import { CodeStep } from '../steps/CodeStep.tsx'
import { ExpiredStep } from '../steps/ExpiredStep.tsx'
import { FinishedStep } from '../steps/FinishedStep.tsx'
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
import type { ScreenProps } from './moment.ts'

export function LaterScreen(props: ScreenProps) {
  return proof(props) ?? aboutYou(props) ?? setUp(props) ?? ending(props) ?? <SkewStep onReload={props.acts.reload} />
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
function aboutYou({ moment: { screen, context, busy, problem, problems }, acts }: ScreenProps) {
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
          chosen={context.plan}
          busy={busy}
          problem={problem ?? context.problem}
          onSubmit={({ plan }) => acts.send({ type: 'plan.chosen', plan })}
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
function setUp({ moment: { screen, context, nextTryAt, busy, problem }, acts, places }: ScreenProps) {
  const { company, reference } = context
  switch (screen) {
    case 'SetUpStep':
      return (
        <SetUpStep
          company={company}
          steps={context.steps.map((one) => ({ ...one, label: setUpLabel(one.key), maxTries: STEP_TRIES }))}
          nextTryAt={nextTryAt}
        />
      )
    case 'NeedsHumanStep':
      return <NeedsHumanStep company={company} reference={reference} />
    case 'SetUpFailedStep':
      return (
        <SetUpFailedStep
          company={company}
          reference={reference}
          busy={busy}
          problem={problem}
          onRetry={() => acts.send({ type: 'setUp.retried' })}
        />
      )
    case 'AddressTakenStep':
      return <AddressTakenStep email={context.email} signInUrl={places.signInUrl} />
    default:
      return null
  }
}

/** The ways it ends. */
function ending({ moment: { screen, context, busy, problem }, acts, places }: ScreenProps) {
  const { company, plans, plan, slug } = context
  switch (screen) {
    case 'ReadyStep':
      return (
        <ReadyStep
          company={company}
          facts={[
            { label: 'Workspace', value: slug ?? '' },
            { label: 'Plan', value: plans.find(({ key }) => key === plan)?.name ?? '' },
          ]}
          busy={busy}
          problem={problem}
          onOpen={acts.open}
        />
      )
    case 'FinishedStep':
      return <FinishedStep company={company} signInUrl={places.signInUrl} />
    case 'AbandonedStep':
      return <AbandonedStep busy={busy} problem={problem} onResume={() => acts.send({ type: 'signUp.resumed' })} />
    case 'ExpiredStep':
      return <ExpiredStep onRestart={acts.restart} />
    default:
      return null
  }
}
