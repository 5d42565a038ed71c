import { Notice } from '../../../ui/Notice.tsx'
import type { ActorSeen } from '../data/types.ts'

/** What can be said of an actor that cannot be drawn. */
export function Unreadable({ actor }: { actor: ActorSeen }) {
  const { readable, flow, version, leaves } = actor
  return (
    <div className="grid gap-4 p-6">
      {readable === 'erased' ? (
        <Notice role="active" title="Erased.">
          The key of what was about this person is destroyed. Types and times stay; nothing else can be read by anybody.
        </Notice>
      ) : (
        <Notice role="person" title={`This build does not know ${flow}, version ${version}.`}>
          Its journal is kept and nothing of it is lost. It goes on as soon as a build runs that has that version, or a
          migration to a newer one.
        </Notice>
      )}
      <div>
        <h2 className="text-ui font-semibold">Where it stands</h2>
        <ul className="mt-1 font-mono text-small text-ink-2">
          {leaves.map((leaf) => (
            <li key={leaf} className="wrap-anywhere">
              {leaf}
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}
