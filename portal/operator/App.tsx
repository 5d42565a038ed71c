/** The console's places: the door, the flow map, one actor. */
import { useQuery } from '@tanstack/react-query'
import { Suspense } from 'react'
import { Redirect, Route, Router, Switch, useLocation, useSearch } from 'wouter'
import { piece } from '../data/piece.tsx'
import { isSignedOut, problemOf } from '../data/problem.ts'
import { WaitingView } from '../views/WaitingView.tsx'
import { api } from './data/api.ts'
import { DoorScreen } from './screens/DoorScreen.tsx'
import { WelcomeScreen } from './screens/WelcomeScreen.tsx'
import { Alone } from './views/Alone.tsx'
import { Failed } from './views/Failed.tsx'

const FlowsScreen = piece(async () => (await import('./screens/FlowsScreen.tsx')).FlowsScreen)
const ActorScreen = piece(async () => (await import('./screens/ActorScreen.tsx')).ActorScreen)
const InspectScreen = piece(async () => (await import('./screens/InspectScreen.tsx')).InspectScreen)

export function App() {
  return (
    <Router base="/operator">
      <Switch>
        <Route path="/sign-in" component={DoorScreen} />
        <Route path="/welcome" component={WelcomeScreen} />
        <Route component={Operators} />
      </Switch>
    </Router>
  )
}

/** For operators who are signed in; the others go to the door, and come back to where they wanted to go. */
function Operators() {
  const [path] = useLocation()
  const query = useSearch()
  const place = query === '' ? path : `${path}?${query}`
  const me = useQuery(api.operator.me.queryOptions())
  if (me.isPending)
    return (
      <main>
        <Alone>
          <WaitingView label="the console" />
        </Alone>
      </main>
    )
  if (me.isError && isSignedOut(me.error)) return <Redirect to={`/sign-in?to=${encodeURIComponent(place)}`} />
  if (me.isError)
    return (
      <main>
        <Failed problem={problemOf(me.error)} busy={me.isFetching} onRetry={() => void me.refetch()} />
      </main>
    )
  return (
    <Suspense fallback={null}>
      <Switch>
        <Route path="/flows/:flow?">{({ flow }) => <FlowsScreen operator={me.data} flow={flow ?? null} />}</Route>
        <Route path="/actors/*">{({ '*': id }) => <ActorScreen key={id} operator={me.data} id={idIn(id)} />}</Route>
        <Route path="/inspect/*">{({ '*': id }) => <InspectScreen key={id} operator={me.data} id={idIn(id)} />}</Route>
        <Route>
          <Redirect to="/flows" />
        </Route>
      </Switch>
    </Suspense>
  )
}

/** An address may be typed by hand, and be no encoded text at all: then it is taken as it is. */
function idIn(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
