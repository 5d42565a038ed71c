/** Makes the first operator, for whoever holds the link the server printed. */
import { useLocation } from 'wouter'
import { useTitle } from '../../screens/useTitle.ts'
import { welcome } from '../data/door.ts'
import { WelcomeView } from '../views/DoorView.tsx'
import { useAttempt } from './DoorScreen.tsx'

export function WelcomeScreen() {
  useTitle('The first operator', 'Console')
  const [, go] = useLocation()
  const { busy, problem, run } = useAttempt()
  async function submit(values: { name: string; email: string; password: string }) {
    if (await run(welcome({ ...values, token: location.hash.slice(1) }))) go('/sign-in')
  }
  return <WelcomeView busy={busy} problem={problem} onSubmit={(values) => void submit(values)} />
}
