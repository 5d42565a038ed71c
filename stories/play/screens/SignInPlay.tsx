import type { SignInContext } from '../../../machines/sign-in/sign-in.types.ts'
import { toPortalProblem } from '../../../portal/views/problems.ts'
import { SignInCodeView } from '../../../portal/views/SignInCodeView.tsx'
import { type ScreenPlay, stateName } from './screen-play.ts'

/** The portal's door, once an address was given. */
export function SignInPlay({ view, send, restart }: ScreenPlay) {
  const { email, problem: told } = view.snapshot.context as SignInContext
  const problem = view.problems['code'] ?? view.problem ?? told
  const at = stateName(view)
  return (
    <SignInCodeView
      email={email}
      problem={problem && toPortalProblem(problem)}
      busy={view.busy || at === 'sendingCode' || at === 'accepted'}
      onSubmit={({ code }) => send({ type: 'code.typed', code })}
      onBack={restart}
    />
  )
}
