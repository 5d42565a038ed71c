import type { Meta, StoryObj } from '@storybook/react-vite'
import type { ReactNode } from 'react'
import { Avatar } from './Avatar.tsx'
import { BarChart } from './BarChart.tsx'
import { Button } from './Button.tsx'
import { ButtonLink } from './ButtonLink.tsx'
import { Card } from './Card.tsx'
import { Chip } from './Chip.tsx'
import { CopyButton } from './CopyButton.tsx'
import { EmptyState } from './EmptyState.tsx'
import { Glyph, type Role } from './Glyph.tsx'
import { LinkButton } from './LinkButton.tsx'
import { Mark } from './Mark.tsx'
import { Menu } from './Menu.tsx'
import { Meter } from './Meter.tsx'
import { Notice } from './Notice.tsx'
import { ProblemPanel } from './ProblemPanel.tsx'
import { Skeleton } from './Skeleton.tsx'
import { Summary } from './Summary.tsx'
import { TaskList } from './TaskList.tsx'
import { Track } from './Track.tsx'

/** The parts at the portal's density; the widget's steps show them at theirs. */
function Sheet({ children }: { children: ReactNode }) {
  return (
    <main className="tenure-portal grid min-h-dvh content-start gap-5 bg-canvas p-6">
      <h1 className="tn-hidden">Parts</h1>
      <div className="grid max-w-160 gap-5 rounded-card bg-surface p-6 shadow-card">{children}</div>
    </main>
  )
}

const meta = {
  title: 'Parts',
  decorators: [
    (Story) => (
      <Sheet>
        <Story />
      </Sheet>
    ),
  ],
} satisfies Meta
export default meta
type Story = StoryObj<typeof meta>

const nothing = () => undefined
const roles: Record<Role, string> = {
  active: 'Live',
  done: 'Done',
  person: 'Waiting on you',
  us: 'Waiting on us',
  problem: 'Problem',
  final: 'Closed',
  idle: 'Not yet',
}
const entries = Object.entries(roles) as [Role, string][]

export const RolesAndChips: Story = {
  render: () => (
    <>
      <ul className="flex flex-wrap gap-4">
        {entries.map(([role, word]) => (
          <li key={role} className="flex items-center gap-2">
            <Glyph role={role} size={16} /> {word}
          </li>
        ))}
      </ul>
      <p className="flex flex-wrap gap-2">
        {entries.map(([role, word]) => (
          <Chip key={role} role={role}>
            {word}
          </Chip>
        ))}
        <Chip>Label</Chip>
      </p>
      <p className="flex items-center gap-3 text-accent">
        <Mark size={28} /> <Avatar name="Fernhill Studio" square /> <Avatar name="Mara Lindqvist" />
        <Avatar name="Jonas Aho" /> <Avatar name="Priya Raman" />
      </p>
    </>
  ),
}

export const Buttons: Story = {
  render: () => (
    <>
      <p className="flex flex-wrap gap-2">
        <Button>Create project</Button>
        <Button kind="outline">Keep the name</Button>
        <Button kind="quiet">Not now</Button>
        <Button kind="danger">Delete project</Button>
      </p>
      <p className="flex flex-wrap gap-2">
        <Button busy>Create project</Button>
        <Button off>Create project</Button>
        <Button kind="outline" busy>
          Send again
        </Button>
        <Button kind="outline" small>
          Review
        </Button>
        <ButtonLink href="#" kind="outline">
          Go to home
        </ButtonLink>
      </p>
      <p className="flex items-center gap-4">
        <LinkButton onClick={nothing}>Send a new code</LinkButton>
        <LinkButton off onClick={nothing}>
          New code in 24 s
        </LinkButton>
        <CopyButton label="Copy the key" text="tn_live_4f" />
        <Menu trigger={<Button kind="outline">Actions</Button>} items={[{ label: 'Rename', onSelect: nothing }]} />
      </p>
    </>
  ),
}

export const TracksAndMeters: Story = {
  render: () => (
    <>
      <Track step={1} of={6} tone="person" text="Step 1 of 6" />
      <Track step={3} of={6} tone="problem" text="Step 3 of 6" />
      <Track step={6} of={6} tone="us" text="Step 6 of 6" />
      <Track step={7} of={6} tone="done" text="Done" />
      <Meter label="Storage" value={61} max={100} />
      <Meter label="Requests" value={82} max={100} role="person" />
      <Meter label="Seats" value={10} max={10} role="problem" />
      <Meter label="Set-up" value={3} max={5} role="us" progress />
    </>
  ),
}

export const Panels: Story = {
  render: () => (
    <>
      <ProblemPanel
        problem={{
          what: 'Your bank refused the card ending 4242.',
          why: 'It gave no reason; often a limit or a block on online payments.',
          todo: 'Use another card, or call your bank and try again.',
        }}
      >
        <Button>Update card</Button>
        <Button kind="outline">Pay once</Button>
      </ProblemPanel>
      <Notice role="us" title="The region eu-west is slow to answer.">
        We try again in 24 s.
      </Notice>
      <Notice role="person" title="It will not be shown again.">
        Put it where your secrets are.
      </Notice>
      <Notice role="active" title="Saved.">
        Everyone sees the new name.
      </Notice>
    </>
  ),
}

export const Lists: Story = {
  render: () => (
    <>
      <TaskList
        label="Setup"
        tasks={[
          { key: '1', label: 'Your account', role: 'done', note: '0.4 s' },
          { key: '2', label: 'Your workspace', role: 'us', note: '12 s' },
          { key: '3', label: 'The limits of your plan', role: 'problem', note: 'try 2 of 3' },
          { key: '4', label: 'Welcome mail', role: 'idle' },
        ]}
      />
      <Summary
        facts={[
          { label: 'Address', value: 'fernhill.tenure.app' },
          { label: 'Plan', value: 'Free' },
        ]}
      />
      <Skeleton label="Loading" rows={[20, 12, 44]} />
    </>
  ),
}

export const CardsAndCharts: Story = {
  render: () => (
    <>
      <Card title="Requests in November" count="20 days">
        <BarChart
          title="Requests per day, between 2 and 9"
          columns={['Day', 'Requests']}
          bars={[3, 5, 9, 2, 4].map((value, at) => ({ day: at + 1, value }))}
          of={30}
        />
      </Card>
      <EmptyState title="Create your first project" actions={<Button>New project</Button>}>
        A project holds the data of one site or app.
      </EmptyState>
    </>
  ),
}
