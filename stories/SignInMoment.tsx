/** Shows one moment of a sign-in by code with no server. */
import { after } from '../machines/kit/walk.ts'
import { input, signInFixtures } from '../machines/sign-in/sign-in.fixtures.ts'
import { signInMachine } from '../machines/sign-in/sign-in.machine.ts'
import { toPortalProblem } from '../portal/views/problems.ts'
import { SignInCodeView } from '../portal/views/SignInCodeView.tsx'

const nothing = () => {}

export function SignInMoment({ moment }: { moment: string }) {
  const fixture = signInFixtures.find((one) => one.name === moment)
  if (!fixture) throw new Error(`There is no sign-in fixture '${moment}'.`)
  const { context, value } = after(signInMachine, input, fixture.events).snapshot
  return (
    <SignInCodeView
      email={context.email}
      problem={context.problem && toPortalProblem(context.problem)}
      busy={value === 'sendingCode' || value === 'accepted'}
      onSubmit={nothing}
      onBack={nothing}
    />
  )
}
