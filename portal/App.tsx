/** The portal's places: the door, and what is behind it. */
import { useQuery } from '@tanstack/react-query'
import { Redirect, Route, Router, Switch } from 'wouter'
import { Suspense } from 'react'
import { api } from './data/api.ts'
import { piece } from './data/piece.tsx'
import { isSignedOut, problemOf } from './data/problem.ts'
import { useWorkspace } from './data/useWorkspace.ts'
import { Inside } from './screens/Inside.tsx'
import { NotFoundView } from './views/NotFoundView.tsx'
import { ProblemView } from './views/ProblemView.tsx'
import { WaitingView } from './views/WaitingView.tsx'

const BillingScreen = piece(async () => (await import('./screens/BillingScreen.tsx')).BillingScreen)
const HomeScreen = piece(async () => (await import('./screens/HomeScreen.tsx')).HomeScreen)
const LeaveScreen = piece(async () => (await import('./screens/LeaveScreen.tsx')).LeaveScreen)
const NotificationsScreen = piece(async () => (await import('./screens/NotificationsScreen.tsx')).NotificationsScreen)
const SettingsScreen = piece(async () => (await import('./screens/settings/SettingsScreen.tsx')).SettingsScreen)
const SignInScreen = piece(async () => (await import('./screens/SignInScreen.tsx')).SignInScreen)
const SignUpScreen = piece(async () => (await import('./screens/SignUpScreen.tsx')).SignUpScreen)
const TeamScreen = piece(async () => (await import('./screens/TeamScreen.tsx')).TeamScreen)

export function App() {
  return (
    <Router base="/portal">
      <Suspense fallback={null}>
        <Switch>
          <Route path="/sign-in" component={SignInScreen} />
          <Route path="/sign-up" component={SignUpScreen} />
          <Route component={Members} />
        </Switch>
      </Suspense>
    </Router>
  )
}

/** For people who are signed in; the others go to the door. */
function Members() {
  const me = useQuery(api.session.me.queryOptions())
  const { current: tenant, others, enter } = useWorkspace(me.data?.tenants ?? [])
  if (me.isPending)
    return (
      <Alone>
        <WaitingView label="your workspace" />
      </Alone>
    )
  if (me.isError && isSignedOut(me.error)) return <Redirect to="/sign-in" />
  if (me.isError) {
    return (
      <Alone>
        <ProblemView problem={problemOf(me.error)} busy={me.isFetching} onRetry={() => void me.refetch()} />
      </Alone>
    )
  }
  if (!tenant)
    return (
      <Alone>
        <NotFoundView />
      </Alone>
    )
  return (
    <Inside key={tenant.id} me={me.data} tenant={tenant} others={others} onEnter={enter}>
      <Suspense fallback={<WaitingView label="this page" />}>
        <Switch>
          <Route path="/">
            <HomeScreen tenant={tenant.id} role={tenant.role} />
          </Route>
          <Route path="/billing">
            <BillingScreen tenant={tenant.id} role={tenant.role} />
          </Route>
          <Route path="/team">
            <TeamScreen tenant={tenant} onLeft={() => void me.refetch()} />
          </Route>
          <Route path="/notifications">
            <NotificationsScreen tenant={tenant.id} />
          </Route>
          <Route path="/settings" nest>
            <SettingsScreen me={me.data} tenant={tenant} />
          </Route>
          <Route path="/leave">
            <LeaveScreen tenant={tenant} />
          </Route>
          <Route>
            <NotFoundView />
          </Route>
        </Switch>
      </Suspense>
    </Inside>
  )
}

/** A page without navigation around it. */
const Alone = ({ children }: { children: React.ReactNode }) => (
  <main className="mx-auto grid max-w-[560px] gap-5 px-4 py-16">{children}</main>
)
