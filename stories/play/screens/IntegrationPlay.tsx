import type { IntegrationView } from '../../../machines/integration/integration.view.ts'
import { eventOf, integrationOf } from '../../../portal/screens/settings/integrations.ts'
import { IntegrationCard } from '../../../portal/views/integrations/IntegrationCard.tsx'
import type { ScreenPlay } from './screen-play.ts'
import { wireOf } from './wire.ts'

/** What is typed into the dialog of the settings page; it leaves that page once, and becomes a reference. */
const typed = { type: 'credential.given', credential: 'sk-ant-sample-0000000000000000' }

/** One company on the settings page. Connecting gives a sample key, or goes to the company and comes back with its consent. */
export function IntegrationPlay(play: ScreenPlay) {
  const { view, send, tell, restart, now } = play
  const { kind } = view.context as unknown as IntegrationView
  const isOver = view.snapshot.status !== 'active'
  const byConsent = kind === 'github'
  const connect = () =>
    byConsent ? tell({ type: 'authorization.granted', codeRef: 'sec_2', verifierRef: 'sec_3' }) : send(typed)
  return (
    <IntegrationCard
      integration={integrationOf(kind, wireOf(play))}
      busy={view.busy}
      nowMs={now}
      onConnect={isOver ? restart : connect}
      onAct={(action) => send({ type: eventOf(action) })}
    />
  )
}
