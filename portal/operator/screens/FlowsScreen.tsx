/** The flow map: the whole lifecycle, or one flow of it. */
import type { Operator } from '../data/types.ts'
import { FlowScreen } from './FlowScreen.tsx'
import { LifecycleScreen } from './LifecycleScreen.tsx'

export const FlowsScreen = ({ operator, flow }: { operator: Operator; flow: string | null }) =>
  flow === null ? <LifecycleScreen operator={operator} /> : <FlowScreen key={flow} operator={operator} flow={flow} />
