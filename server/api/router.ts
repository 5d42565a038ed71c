/** The whole API. The browser knows only its type. */
import { auditRouter } from './audit.router.ts'
import { billingRouter } from './billing.router.ts'
import { exportRouter } from './export.router.ts'
import { flowRouter } from './flow.router.ts'
import { integrationRouter } from './integration.router.ts'
import { notificationRouter } from './notification.router.ts'
import { operatorRouter } from './operator/operator.router.ts'
import { sessionRouter } from './session.router.ts'
import { settingsRouter } from './settings.router.ts'
import { teamRouter } from './team.router.ts'
import { router } from './trpc.ts'
import { usageRouter } from './usage.router.ts'
import { workspaceRouter } from './workspace.router.ts'

export const appRouter = router({
  flow: flowRouter,
  session: sessionRouter,
  tenant: workspaceRouter,
  team: teamRouter,
  billing: billingRouter,
  integration: integrationRouter,
  usage: usageRouter,
  notification: notificationRouter,
  settings: settingsRouter,
  export: exportRouter,
  audit: auditRouter,
  operator: operatorRouter,
})
export type AppRouter = typeof appRouter
