/** The whole API. The browser knows only its type. */
import { billingRouter } from './billing.router.ts'
import { exportRouter } from './export.router.ts'
import { flowRouter } from './flow.router.ts'
import { notificationRouter } from './notification.router.ts'
import { sessionRouter } from './session.router.ts'
import { settingsRouter } from './settings.router.ts'
import { teamRouter } from './team.router.ts'
import { router } from './trpc.ts'
import { workspaceRouter } from './workspace.router.ts'

export const appRouter = router({
  flow: flowRouter,
  session: sessionRouter,
  tenant: workspaceRouter,
  team: teamRouter,
  billing: billingRouter,
  notification: notificationRouter,
  settings: settingsRouter,
  export: exportRouter,
})
export type AppRouter = typeof appRouter
