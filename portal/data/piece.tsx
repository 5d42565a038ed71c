/** Pages come in pieces of their own: whoever opens one does not wait for the others. */
import { type ComponentType, lazy } from 'react'
import { ProblemView } from '../views/ProblemView.tsx'

/** A component that is loaded when it is first shown. */
export const piece = <Props extends object>(load: () => Promise<ComponentType<Props>>) =>
  lazy(() =>
    load().then(
      (component) => ({ default: component }),
      // a newer build has taken its place, or the line is down
      () => ({ default: Missing as ComponentType<Props> }),
    ),
  )

const Missing = () => <ProblemView problem="version.skew" busy={false} onRetry={() => location.reload()} />
