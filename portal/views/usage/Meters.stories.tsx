import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn } from 'storybook/test'
import { MeterCard } from './MeterCard.tsx'
import { meterCard, requestsHistory, requestsUse, storageHistory, storageUse } from './meter-fixtures.ts'

const meta = {
  title: 'Portal/Meters',
  component: MeterCard,
  render: (args) => (
    <div className="mx-auto max-w-120 p-4">
      <MeterCard {...args} />
    </div>
  ),
} satisfies Meta<typeof MeterCard>
export default meta
type Story = StoryObj<typeof meta>

const emptyYear = requestsHistory.months.map(({ month }) => ({ month, quantity: 0 }))
const nothing = { months: emptyYear, days: requestsHistory.days.map(({ day }) => ({ day, quantity: 0 })) }
const free = { ...requestsUse, limit: 10_000, policy: 'hard' as const }

export const Some: Story = { args: meterCard({ ...requestsUse, used: 212_000, percent: 42 }, requestsHistory) }
export const Near: Story = { args: meterCard(requestsUse, requestsHistory) }
export const NearHard: Story = { args: meterCard({ ...free, used: 8100, percent: 81 }, small(8100)) }
export const AllUsed: Story = { args: meterCard({ ...free, used: 10_000, percent: 100 }, small(10_000)) }
export const Over: Story = {
  args: meterCard({ ...requestsUse, limit: 300_000, percent: 137 }, requestsHistory),
}
export const Empty: Story = {
  args: meterCard({ ...free, used: 0, percent: 0 }, { ...requestsHistory, ...nothing }),
}
export const EmptyYear: Story = {
  args: meterCard({ ...free, used: 0, percent: 0 }, { ...requestsHistory, ...nothing }, { view: 'year' }),
}
export const Level: Story = { args: meterCard(storageUse, storageHistory) }
export const LevelFull: Story = {
  args: meterCard({ ...storageUse, limit: 61_000_000_000, percent: 100 }, storageHistory),
}
export const AnotherMonth: Story = {
  args: meterCard(requestsUse, {
    ...requestsHistory,
    month: '2026-10',
    days: Array.from({ length: 31 }, (_, at) => ({ day: at + 1, quantity: 15_125 })),
    daysInMonth: 31,
  }),
}
export const Waiting: Story = { args: { name: 'Requests', state: 'waiting' } }
export const Problem: Story = {
  args: { name: 'Requests', state: 'problem', problem: 'offline', busy: false, onRetry: () => undefined },
}

export const Year: Story = {
  args: meterCard(storageUse, storageHistory, { view: 'year', onMonth: fn(), onView: fn() }),
  play: async ({ args, canvas, userEvent }) => {
    if (args.state !== 'ready') throw new Error('The story shows a card that is ready.')
    await userEvent.click(canvas.getByRole('button', { name: 'October 2026: 53 GB' }))
    await expect(args.onMonth).toHaveBeenCalledWith('2026-10')
    await userEvent.click(canvas.getByRole('radio', { name: 'Month' }))
    await expect(args.onView).toHaveBeenCalledWith('month')
  },
}

/** A month of a small workspace, used up evenly. */
function small(total: number) {
  const days = Array.from({ length: 20 }, (_, at) => ({ day: at + 1, quantity: total / 20 }))
  const months = requestsHistory.months.map(({ month, quantity }) => ({ month, quantity: Math.round(quantity / 50) }))
  return { ...requestsHistory, days, months: [...months.slice(0, -1), { month: '2026-11', quantity: total }] }
}
