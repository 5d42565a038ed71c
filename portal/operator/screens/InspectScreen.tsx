/** One actor in the inspector's own protocol, live: read here, and handed on to Stately's window when asked to. */
import { useTitle } from '../../screens/useTitle.ts'
import type { Operator } from '../data/types.ts'
import { useInspection } from '../data/useInspection.ts'
import { InspectView } from '../views/InspectView.tsx'
import { Inside } from './Inside.tsx'

export function InspectScreen({ operator, id }: { operator: Operator; id: string }) {
  useTitle('Inspector', id)
  const { messages, line, tellStately } = useInspection(id)
  return (
    <Inside
      operator={operator}
      title={
        <>
          <h1 className="flex-none text-title font-semibold">Inspector</h1>
          <a className="tn-link truncate font-mono text-small" href={`/operator/actors/${encodeURIComponent(id)}`}>
            {id}
          </a>
        </>
      }
    >
      <InspectView messages={messages} line={line} onStately={tellStately} />
    </Inside>
  )
}
