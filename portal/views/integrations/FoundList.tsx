import { Lock } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../../ui/Button.tsx'
import { countOf } from '../amounts.ts'
import { companies } from './companies.ts'
import type { Integration } from './integration-types.ts'

const FEW = 5

/** What the key opens: a few, and on request all that we looked at. */
export function FoundList({ integration: { kind, found, hasMore } }: { integration: Integration }) {
  const [all, setAll] = useState(false)
  const { name, opens, opensNothing } = companies[kind]
  if (found.length === 0) return <p className="text-ui text-ink-2">{opensNothing}</p>
  const shown = all ? found : found.slice(0, FEW)
  const count = `${countOf(found.length)}${hasMore ? '+' : ''}`
  return (
    <div className="grid gap-2">
      <p className="text-small text-ink-3">{opens(count)}</p>
      <ul aria-label={`What ${name} opens`} className="grid gap-1.5 text-ui">
        {shown.map(({ name, isPrivate }) => (
          <li key={name} className="flex items-center gap-2 wrap-anywhere">
            <span dir="ltr">{name}</span>
            {isPrivate && (
              <span className="flex items-center gap-1 text-small text-ink-3">
                <Lock size={12} aria-hidden /> Private
              </span>
            )}
          </li>
        ))}
      </ul>
      {found.length > FEW && (
        <div>
          <Button kind="quiet" small onClick={() => setAll(!all)}>
            {all ? 'Show fewer' : `Show all ${countOf(found.length)}`}
          </Button>
        </div>
      )}
      {hasMore && all && <p className="text-small text-ink-3">There are more; the first hundred are listed.</p>}
    </div>
  )
}
