import { readableName } from '../../../machines/kit/readable.ts'
import { Avatar } from '../../../ui/Avatar.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { CopyButton } from '../../../ui/CopyButton.tsx'
import type { ActorSeen } from '../data/types.ts'
import type { At } from '../journey.ts'

/** Whose actor it is, what it is, and a link to the moment that is looked at. */
export function ActorTitle({ actor, at }: { actor: ActorSeen; at: At | null }) {
  const { id, flow, version, tenant, incident, status } = actor
  const name = tenant ? (tenant.name ?? tenant.id) : 'A visitor'
  return (
    <>
      <Avatar name={name} square />
      <h1 className="truncate text-title font-semibold">{name}</h1>
      <span className="hidden truncate font-mono text-small text-ink-2 tablet:inline" title={id}>
        {id}
      </span>
      {incident && <Chip role="problem">Stands still</Chip>}
      {!incident && status !== 'active' && <Chip role="final">Finished</Chip>}
      <span className="hidden gap-2 tablet:flex">
        <Chip>
          {readableName(flow)}, version {version}
        </Chip>
        {tenant?.plan && <Chip>{readableName(tenant.plan)}</Chip>}
      </span>
      <CopyButton text={linkTo(id, at)} label={at ? 'Copy link to this moment' : 'Copy link'} />
    </>
  )
}

function linkTo(id: string, at: At | null): string {
  const micro = at?.micro ? `&micro=${at.micro}` : ''
  return `${location.origin}/operator/actors/${encodeURIComponent(id)}${at ? `?at=${at.seq}${micro}` : ''}`
}
