import type { Channel, NoticeClass } from '../../../machines/vocabulary/notices.ts'
import { Card } from '../../../ui/Card.tsx'
import { ProblemPanel } from '../../../ui/ProblemPanel.tsx'
import type { ActionState } from '../home-types.ts'
import { wordsFor } from '../problems.ts'
import { NotReady, type SectionState } from './SectionState.tsx'
import type { PreferenceRow } from './settings-types.ts'

export interface PreferencesProps {
  rows: readonly PreferenceRow[]
  /** A switch is being saved. */
  action: ActionState
  onSet(about: NoticeClass, channel: Channel, wanted: boolean): void
}
export type PreferencesViewProps = SectionState | ({ state: 'ready' } & PreferencesProps)

const words: Record<NoticeClass, { name: string; what: string }> = {
  security: { name: 'Security', what: 'Codes, invitations, a changed password, access that ended' },
  billing: { name: 'Billing', what: 'Receipts, charges that failed, money that goes back' },
  leaving: { name: 'Export and closing', what: 'Exports that are ready, and what is deleted when' },
  team: { name: 'Team', what: 'What became of people you invited' },
  integrations: { name: 'Integrations', what: 'When a connection to another company breaks' },
  usage: { name: 'Usage', what: 'When a limit of the plan comes near, or is reached' },
  product: { name: 'Tips and reminders', what: 'A welcome, and reminders of what you began' },
}
const ways: Record<Channel, string> = { mail: 'Email', app: 'In the portal' }

/** What one is told in this workspace, and by which way. A switch counts at once. */
export function PreferencesView(props: PreferencesViewProps) {
  if (props.state !== 'ready') return <NotReady {...props} title="Notifications" />
  const { rows, action, onSet } = props
  return (
    <Card title="Notifications" flush>
      <div className="grid gap-3 px-4 pb-4 tablet:px-5">
        <p className="max-w-[64ch] text-ui text-ink-2">
          What you are told in this workspace. Some messages always come: without them you could lose your account,
          money or data.
        </p>
        {action.problem && <ProblemPanel problem={wordsFor(action.problem)} />}
      </div>
      <table className="w-full text-ui" aria-busy={action.busy || undefined}>
        <thead className="text-small text-ink-3">
          <tr>
            <th scope="col" className="px-4 py-2 text-start font-medium tablet:px-5">
              About
            </th>
            {(['mail', 'app'] as const).map((channel) => (
              <th key={channel} scope="col" className="w-24 px-2 py-2 text-center font-medium tablet:w-32">
                {ways[channel]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.class} className="border-t border-line">
              <th scope="row" className="px-4 py-2.5 text-start font-normal tablet:px-5">
                <span className="block font-medium">{words[row.class].name}</span>
                <span className="block text-small text-ink-2">{words[row.class].what}</span>
              </th>
              {(['mail', 'app'] as const).map((channel) => (
                <td key={channel} className="px-2 text-center">
                  <Switch row={row} channel={channel} busy={action.busy} onSet={onSet} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  )
}

interface SwitchProps extends Pick<PreferencesProps, 'onSet'> {
  row: PreferenceRow
  channel: Channel
  busy: boolean
}

function Switch({ row, channel, busy, onSet }: SwitchProps) {
  const way = row.channels.find((one) => one.channel === channel)
  if (!way) return <span className="text-ink-3">never</span>
  if (row.mandatory) return <span className="text-ink-2">always</span>
  return (
    <label className="inline-grid size-11 cursor-pointer place-items-center tablet:size-8">
      <span className="tn-hidden">{`${words[row.class].name}, ${ways[channel].toLowerCase()}`}</span>
      <input
        type="checkbox"
        className="size-4.5 accent-accent"
        checked={way.wanted}
        aria-disabled={busy || undefined}
        onChange={({ target }) => !busy && onSet(row.class, channel, target.checked)}
      />
    </label>
  )
}
