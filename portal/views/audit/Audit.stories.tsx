import type { Meta, StoryObj } from '@storybook/react-vite'
import { nav, shell } from '../fixtures.ts'
import { SettingsView } from '../settings/SettingsView.tsx'
import { ShellView } from '../ShellView.tsx'
import type { AuditItem } from './audit-types.ts'
import { type AuditProps, AuditView } from './AuditView.tsx'

const inSettings = nav.map((item) => ({ ...item, current: item.icon === 'settings' }))
const titles = ['Profile', 'Workspace', 'Notifications', 'Sessions', 'API keys', 'Integrations', 'Audit log']

const meta = {
  title: 'Portal/Settings/Audit log',
  component: AuditView,
  render: (args) => (
    <ShellView {...shell} nav={inSettings}>
      <SettingsView
        sections={titles.map((title) => ({ title, href: `/portal/settings/${title}`, current: title === 'Audit log' }))}
      >
        <AuditView {...args} />
      </SettingsView>
    </ShellView>
  ),
} satisfies Meta<typeof AuditView>
export default meta
type Story = StoryObj<typeof meta>

const nothing = () => undefined
const by = { name: 'Mara Lindqvist', role: 'Owner', address: '203.0.113.7', device: 'Firefox on Linux' }
const entry = (item: Partial<AuditItem> & Pick<AuditItem, 'id' | 'title'>): AuditItem => ({
  at: '2026-11-25T10:31:00.000Z',
  by,
  outcome: { word: 'Done', role: 'final' },
  code: null,
  left: [],
  entered: [],
  ...item,
})
const items: readonly AuditItem[] = [
  entry({ id: '1', title: 'Change the role of Ana Reis from Developer to Billing' }),
  entry({
    id: '2',
    title: 'Account: read books, done',
    by: null,
    left: ['open.standing.good', 'open.books.reading'],
    entered: ['open.standing.owing.pastDue', 'open.books.current'],
  }),
  entry({
    id: '3',
    title: 'Remove somebody from the team',
    by: { ...by, name: 'Ben Osei', role: 'Member' },
    outcome: { word: 'Refused', role: 'problem' },
    code: 'role.insufficient',
  }),
  entry({ id: '4', title: 'Invitation: begun', entered: ['sending'], at: '2026-11-24T08:12:00.000Z' }),
  entry({
    id: '5',
    title: 'Make the API key “Build server”',
    outcome: { word: 'Broken off', role: 'us' },
    at: '2026-10-02T16:40:00.000Z',
  }),
]
const full: AuditProps = {
  items,
  filters: { scope: 'people', refusedOnly: false, person: '' },
  people: [
    { id: 'u1', name: 'Mara Lindqvist' },
    { id: 'u2', name: 'Ana Reis' },
  ],
  more: true,
  busy: false,
  stale: null,
  check: { state: 'unasked' },
  nowMs: Date.parse('2026-11-25T12:00:00.000Z'),
  onFilter: nothing,
  onMore: nothing,
  onCheck: nothing,
}
const head = 'kWq3cJ0mGm0iXy2m1rT0Q3T3gq1oK1m1kq0b2T9v0aE'

export const Full: Story = { args: { state: 'ready', ...full } }
export const Unbroken: Story = { args: { state: 'ready', ...full, check: { state: 'whole', entries: 1204, head } } }
export const Broken: Story = { args: { state: 'ready', ...full, check: { state: 'broken', n: 317 } } }
export const Walking: Story = { args: { state: 'ready', ...full, check: { state: 'walking' } } }
export const NotChecked: Story = { args: { state: 'ready', ...full, check: { state: 'unreachable' } } }
export const Empty: Story = {
  args: { state: 'ready', ...full, items: [], more: false, filters: { ...full.filters, refusedOnly: true } },
}
export const Older: Story = { args: { state: 'ready', ...full, busy: true } }
export const Stale: Story = { args: { state: 'ready', ...full, stale: 'offline' } }
export const Waiting: Story = { args: { state: 'waiting' } }
export const Problem: Story = { args: { state: 'problem', problem: 'offline', busy: false, onRetry: nothing } }
