import type { ReactNode } from 'react'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { Glyph, type Role } from '../../../ui/Glyph.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { momentOf } from '../amounts.ts'
import { companies } from './companies.ts'
import { FoundList } from './FoundList.tsx'
import type { Integration, IntegrationAction, IntegrationState } from './integration-types.ts'
import { problemText } from './problems.ts'

export interface IntegrationCardProps {
  integration: Integration
  busy: boolean
  nowMs: number
  onConnect(): void
  onAct(action: IntegrationAction): void
}

/** One company: whether it is connected, as whom, what that opens, and what can be done. */
export function IntegrationCard({ integration, busy, nowMs, onConnect, onAct }: IntegrationCardProps) {
  const { kind, state } = integration
  const { name, purpose } = companies[kind]
  const [role, word] = chips[state]
  return (
    <Card title={name} action={word && <Chip role={role}>{word}</Chip>}>
      <div className="grid gap-4">
        <Facts integration={integration} purpose={purpose} nowMs={nowMs} />
        <Told integration={integration} />
        <Actions integration={integration} busy={busy} onConnect={onConnect} onAct={onAct} />
      </div>
    </Card>
  )
}

const chips: Record<IntegrationState, readonly [Role, string | null]> = {
  none: ['idle', null],
  authorizing: ['person', 'Waiting for you'],
  checking: ['us', 'Checking'],
  refused: ['problem', 'Not accepted'],
  unreachable: ['problem', 'No answer'],
  connected: ['active', 'Connected'],
  looking: ['active', 'Connected'],
  unconfirmed: ['problem', 'Not confirmed'],
  broken: ['problem', 'Broken'],
  ending: ['us', 'Disconnecting'],
  stuck: ['problem', 'Not taken back'],
  disconnected: ['final', 'Disconnected'],
}

type Part = { integration: Integration }

function Facts({ integration, purpose, nowMs }: Part & { purpose: string; nowMs: number }) {
  const { account, checkedAt, state } = integration
  if (account === null || state === 'disconnected') return <p className="text-ui text-ink-2">{purpose}</p>
  return (
    <div className="grid gap-3">
      <p className="text-ui text-ink-2">
        <b className="font-medium text-ink wrap-anywhere">{account}</b>
        {checkedAt && <span>, last confirmed {momentOf(checkedAt, nowMs)}</span>}
      </p>
      <FoundList integration={integration} />
    </div>
  )
}

/** What needs more words than a chip has. Nobody just caused it here, so it is no alert and the page does not jump. */
function Told({ integration }: Part) {
  const { kind, state, problem, revocation } = integration
  const { name, deleteAt } = companies[kind]
  if (state === 'authorizing')
    return (
      <Notice role="person" title={`We wait for you at ${name}.`}>
        Say yes or no on its page. After a quarter of an hour we stop waiting.
      </Notice>
    )
  if (state === 'disconnected') return <Ended name={name} deleteAt={deleteAt} revocation={revocation} />
  if (!troubled.includes(state)) return null
  const { what, why, todo } = problemText(kind, problem)
  return (
    <Trouble>
      <b>{what}</b> {why} {todo}
    </Trouble>
  )
}

const troubled: readonly IntegrationState[] = ['refused', 'unreachable', 'unconfirmed', 'broken', 'stuck']

/** Looks like a problem's panel, and takes no focus. */
const Trouble = ({ children }: { children: ReactNode }) => (
  <div className="tn-panel" data-role="problem">
    <Glyph role="problem" />
    <div>{children}</div>
  </div>
)

function Ended({ name, deleteAt, revocation }: { name: string; deleteAt: string } & Pick<Integration, 'revocation'>) {
  if (revocation === 'by hand')
    return (
      <Notice role="person" title="Delete the key there, too.">
        We have deleted it here, and {name} has no way for us to take it back. You do that in {deleteAt}.
      </Notice>
    )
  if (revocation === 'failed')
    return (
      <Trouble>
        <b>{name} did not take the key back.</b> We have deleted it here and asked again and again; there it may still
        work. Delete it in {deleteAt}.
      </Trouble>
    )
  return <p className="text-ui text-ink-2">The key was taken back at {name} and deleted here.</p>
}

const acts: Record<IntegrationAction, string> = { look: 'Check now', retry: 'Try now', disconnect: 'Disconnect' }

function Actions({ integration, busy, onConnect, onAct }: Part & Omit<IntegrationCardProps, 'integration' | 'nowMs'>) {
  const { kind, state, can } = integration
  const connect = connectWord(integration)
  if (!connect && can.length === 0) return null
  return (
    <div className="flex flex-wrap gap-2 max-tablet:*:flex-1">
      {connect && (
        <Button kind={idle.includes(state) ? 'outline' : 'primary'} busy={busy} onClick={onConnect}>
          {connect}
        </Button>
      )}
      {can.map((action) => (
        <Button
          key={action}
          kind={action === 'disconnect' ? 'quiet' : 'outline'}
          busy={busy && !connect && action !== 'disconnect'}
          off={busy}
          aria-label={`${actWord(action, state)}: ${companies[kind].name}`}
          onClick={() => onAct(action)}
        >
          {actWord(action, state)}
        </Button>
      ))}
    </div>
  )
}

/** Nothing is wrong or waited for, so nothing asks for attention. */
const idle: readonly IntegrationState[] = ['none', 'disconnected']

/** What never worked is given up, not disconnected. */
const actWord = (action: IntegrationAction, state: IntegrationState) =>
  action === 'disconnect' && ['authorizing', 'refused', 'unreachable'].includes(state) ? 'Give up' : acts[action]

/** The word for the way to a key, where there is one now. */
function connectWord({ kind, state }: Integration): string | null {
  const { name, key } = companies[kind]
  if (state === 'none' || state === 'disconnected') return `Connect ${name}`
  if (state === 'authorizing') return `Go to ${name}`
  if (state === 'broken') return `Connect ${name} again`
  if (state === 'refused') return key ? `Give another ${key.called}` : `Go to ${name} again`
  return null
}
