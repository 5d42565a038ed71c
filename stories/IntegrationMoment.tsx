/** Shows one moment of a connection with no server. */
import { integrationFlow } from '../machines/integration/integration.flow.ts'
import {
  githubFixtures,
  githubInput,
  input,
  integrationFixtures,
} from '../machines/integration/integration.fixtures.ts'
import { integrationMachine } from '../machines/integration/integration.machine.ts'
import { integrationPolicy } from '../machines/integration/integration.events.ts'
import { after } from '../machines/kit/walk.ts'
import { integrationOf, type Shown } from '../portal/screens/settings/integrations.ts'
import { IntegrationCard } from '../portal/views/integrations/IntegrationCard.tsx'

const nothing = () => {}
/** The chart's fixtures are of this day. */
const nowMs = 1_800_144_000_000 + 5 * 60_000

export const IntegrationMoment = ({ moment }: { moment: string }) => {
  const { kind, view } = viewOf(moment)
  return (
    <main className="tenure-portal mx-auto max-w-[640px] p-4">
      <h1 className="tn-hidden">Integrations</h1>
      <IntegrationCard
        integration={integrationOf(kind, view)}
        busy={false}
        nowMs={nowMs}
        onConnect={nothing}
        onAct={nothing}
      />
    </main>
  )
}

function viewOf(name: string) {
  const isGithub = githubFixtures.some((one) => one.name === name)
  const fixture = [...integrationFixtures, ...githubFixtures].find((one) => one.name === name)
  if (!fixture) throw new Error(`There is no fixture '${name}' of an integration.`)
  const given = isGithub ? githubInput : input
  const { snapshot } = after(integrationMachine, given, fixture.events)
  const enabled = Object.entries(integrationPolicy).flatMap(([type, callers]) =>
    callers.includes('member') && snapshot.can({ type } as never) ? [type] : [],
  )
  const view = { value: snapshot.value, context: integrationFlow.view(snapshot.context, 'member'), enabled } as Shown
  return { kind: given.kind, view }
}
