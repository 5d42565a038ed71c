import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, screen, userEvent, within } from 'storybook/test'
import { shell } from './fixtures.ts'
import { ShellView } from './ShellView.tsx'
import { fullTeam, licensed, seenTeam, teamNav } from './team-fixtures.ts'
import { type TeamProps, TeamView } from './TeamView.tsx'

const meta = {
  title: 'Portal/Team licences',
  component: TeamView,
  render: (args) => (
    <ShellView {...shell} nav={teamNav}>
      <TeamView {...args} />
    </ShellView>
  ),
} satisfies Meta<typeof TeamView>
export default meta
type Story = StoryObj<typeof meta>

const story = (team: TeamProps): Story => ({ args: { state: 'ready', ...team, invitations: [] } })

export const Some = story(licensed(fullTeam, 10, ['held', 'held', null, 'held']))
export const NoneGiven = story(licensed(fullTeam, 10, []))
export const NoneLeft = story(licensed(fullTeam, 1, [null, 'held']))
/** After a change to a smaller plan. */
export const Over = story(licensed(fullTeam, 1, ['held', 'held', 'held']))
/** After a change to a plan that has none. */
export const NoneInThePlan = story(licensed(fullTeam, 0, ['held', 'held']))
export const BeingSetUp = story(licensed(fullTeam, 10, ['giving', 'held', 'taking']))
export const Stuck = story(licensed(fullTeam, 10, ['notGiven', 'held', 'notTaken']))
export const NoRight = story(licensed(seenTeam, 1, [null, 'held', null, null, 'held']))
export const Many = story({
  ...fullTeam,
  licences: [
    { ...fullTeam.licences[0]!, count: 500, used: 61 },
    { key: 'reviews', name: 'Reviewer', summary: 'May approve what agents made.', count: 3, used: 1 },
  ],
})
export const Refused = story({ ...fullTeam, action: { busy: false, problem: 'licence.none' } })
export const NotOpen = story({ ...fullTeam, action: { busy: false, problem: 'account.unpaid' } })

/** Opened, read, and closed: the focus is where it was. */
export const Menu: Story = {
  ...Some,
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    const dots = canvas.getByRole('button', { name: 'Actions for Mara Lindqvist' })
    await userEvent.click(dots)
    await expect(await screen.findByRole('menuitem', { name: 'Take the Agent licence back' })).toBeVisible()
    await userEvent.keyboard('{Escape}')
    await expect(dots).toHaveFocus()
  },
}
