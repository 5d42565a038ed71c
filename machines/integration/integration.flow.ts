/** The flow that connects a workspace to another company. Members who may manage the workspace start it and speak to it. */
import * as z from 'zod/mini'
import { flow } from '../kit/flow.ts'
import { integrationEvents, integrationPermissions, integrationPolicy } from './integration.events.ts'
import { integrationMachine } from './integration.machine.ts'
import { integrationSays } from './integration.says.ts'
import { type IntegrationContext, type IntegrationKind, integrationKinds } from './integration.types.ts'
import { integrationView } from './integration.view.ts'

interface Given {
  readonly kind: IntegrationKind
}

export const integrationFlow = flow<typeof integrationMachine>({
  machine: integrationMachine,
  says: integrationSays,
  start: {
    permission: 'workspace.manage',
    doing: 'integration.connect',
    given: z.strictObject({ kind: z.enum(integrationKinds) }),
    oneOfEach: ({ kind }: Given) => kind,
    prefix: 'int',
    input: (integrationId, { kind }: Given, { tenant }) => ({ integrationId, tenantId: tenant, kind }),
  },
  events: integrationEvents,
  policy: integrationPolicy,
  reading: 'workspace.manage',
  permissions: integrationPermissions,
  view: (context: IntegrationContext) => ({ ...integrationView(context) }),
})
