/** That a playable plays: what is done on one side is seen on the other, services fail when told to, and time can be moved. */
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fireEvent, fn, userEvent, waitFor, within } from 'storybook/test'
import { Playable } from './Playable.tsx'

const meta = {
  title: 'Play/Walks',
  component: Playable,
  tags: ['!autodocs'],
  args: { flow: 'sign-up', moment: '', since: '' },
  render: (args, { id, globals: { network, faults } }) => (
    <Playable {...args} network={network} faults={faults} storyId={id} />
  ),
} satisfies Meta<typeof Playable>
export default meta
type Story = StoryObj<typeof meta>

/** A service takes its time before it answers. */
const patience = { timeout: 5000 }

const parts = (canvas: HTMLElement) => {
  const all = within(canvas)
  const statusOf = (path: string) =>
    canvas.querySelector(`[data-stop="state:${path}"]`)?.getAttribute('data-status') ?? null
  return {
    all,
    screen: within(all.getByRole('article', { name: 'Screen' })),
    chart: within(all.getByRole('region', { name: /^Chart of/ })),
    heading: (name: string | RegExp) => all.findByRole('heading', { name }, patience),
    press: (name: string | RegExp) => userEvent.click(all.getByRole('button', { name })),
    isIn: (path: string) => waitFor(() => expect(statusOf(path)).toBe('here'), patience),
  }
}

async function giveAddress(canvas: HTMLElement) {
  const { screen } = parts(canvas)
  await userEvent.type(await screen.findByRole('textbox'), 'mara@fernhill.studio{Enter}')
}

export const ScreenMovesTheChart: Story = {
  async play({ canvasElement }) {
    const { screen, isIn, heading, press } = parts(canvasElement)
    await isIn('signUp.address')
    await giveAddress(canvasElement)
    await isIn('signUp.verifying.cooling')
    await userEvent.type(await screen.findByRole('textbox', {}, patience), '418203')
    await screen.findByText(/That code does not match/)
    await press('Clear and try again')
    await userEvent.type(screen.getByRole('textbox'), '418302')
    await heading('Tell us about you')
    await isIn('setUp.step.profile')
  },
}

export const ChartMovesTheScreen: Story = {
  args: { moment: 'code' },
  async play({ canvasElement }) {
    const { chart, heading, isIn } = parts(canvasElement)
    await heading('Check your email')
    await userEvent.click(await chart.findByRole('button', { name: 'Send code.accepted' }))
    await heading('Tell us about you')
    await isIn('setUp.step.profile')
  },
}

export const ServicesFail: Story = {
  globals: { faults: 'effects fail' },
  async play({ canvasElement }) {
    const { screen, isIn } = parts(canvasElement)
    await giveAddress(canvasElement)
    await isIn('signUp.mailFailed')
    await screen.findByText(/We could not deliver the code/)
  },
}

export const OneServiceFails: Story = {
  async play({ canvasElement }) {
    const { all, press, isIn } = parts(canvasElement)
    await press('Services')
    await userEvent.selectOptions(all.getByRole('combobox', { name: 'sendCode' }), 'fails: mail.failed')
    await giveAddress(canvasElement)
    await isIn('signUp.mailFailed')
    await userEvent.selectOptions(all.getByRole('combobox', { name: 'sendCode' }), 'answers')
    await press('code.requested')
    await isIn('signUp.verifying.cooling')
  },
}

export const OneServiceNeverAnswers: Story = {
  async play({ canvasElement }) {
    const { all, press, isIn } = parts(canvasElement)
    await press('Services')
    await userEvent.selectOptions(all.getByRole('combobox', { name: 'sendCode' }), 'never answers')
    await giveAddress(canvasElement)
    await press('+15 min')
    await isIn('signUp.sendingCode')
    await all.findByText('does not answer by itself')
    await press('done')
    await isIn('signUp.verifying.cooling')
  },
}

export const AnswersAreRefused: Story = {
  globals: { faults: 'answers refused' },
  async play({ canvasElement }) {
    const { screen, isIn } = parts(canvasElement)
    await giveAddress(canvasElement)
    await screen.findByText(/This sign-up moved on somewhere else/)
    await isIn('signUp.address')
  },
}

export const SlowNetwork: Story = {
  globals: { network: 'slow' },
  async play({ canvasElement }) {
    const { screen, press, isIn } = parts(canvasElement)
    await giveAddress(canvasElement)
    await waitFor(() =>
      expect(screen.getByRole('button', { name: /Continue/ })).toHaveAttribute('aria-disabled', 'true'),
    )
    await press('+30 s')
    await isIn('signUp.verifying.cooling')
  },
}

export const Offline: Story = {
  globals: { network: 'offline' },
  async play({ canvasElement }) {
    const { screen, isIn } = parts(canvasElement)
    await giveAddress(canvasElement)
    await screen.findByText(/cannot be reached|no connection|not reach/i, {}, patience)
    await isIn('signUp.address')
  },
}

export const TimeJumps: Story = {
  args: { moment: 'code' },
  async play({ canvasElement }) {
    const { press, heading, isIn } = parts(canvasElement)
    await press('resendCooldown in 30 s')
    await isIn('signUp.verifying.waiting')
    await press('+15 min')
    await heading('That code has run out')
  },
}

/** Arrow keys say how far, Enter goes there. */
export const ClockIsDragged: Story = {
  args: { moment: 'code' },
  async play({ canvasElement }) {
    const { all, isIn, heading } = parts(canvasElement)
    const slider = all.getByRole('slider', { name: 'Move the clock on' })
    slider.focus()
    for (let n = 0; n < 4; n++) await fireEvent.change(slider, { target: { value: String(n + 1) } })
    await expect(slider).toHaveAttribute('aria-valuetext', 'by 30 s')
    await userEvent.keyboard('{Enter}')
    await isIn('signUp.verifying.waiting')
    await fireEvent.change(slider, { target: { value: '7' } })
    await fireEvent.pointerUp(slider)
    await heading('That code has run out')
    await expect(slider).toHaveAttribute('aria-valuetext', 'now')
  },
}

export const PastAndBack: Story = {
  args: { moment: 'profile' },
  async play({ canvasElement }) {
    const { all, screen, press, heading, isIn } = parts(canvasElement)
    await heading('Tell us about you')
    await press('Back one step')
    await heading('Check your email')
    await isIn('signUp.verifying.cooling')
    await expect(screen.getByRole('textbox', { hidden: true }).closest('[inert]')).not.toBeNull()
    await expect(all.queryByRole('button', { name: 'Send code.accepted' })).toBeNull()
    await press(/^address\.submitted/)
    await isIn('signUp.sendingCode')
    await press('On one step')
    await press('Back to now')
    await heading('Tell us about you')
  },
}

/** `?args=moment:payment;since:in payment done openSetup_in payment card-submitted` */
export const LinkLeadsIn: Story = {
  args: { moment: 'payment', since: 'in payment done openSetup_in payment card-submitted' },
  async play({ canvasElement }) {
    const { all, isIn } = parts(canvasElement)
    await isIn('confirming')
    await expect(all.getByRole('button', { name: 'Let the clock run' })).toBeVisible()
    await expect(all.getByRole('button', { name: /^card\.submitted/, current: 'step' })).toBeVisible()
  },
}

export const BadLinkSaysSo: Story = {
  args: { moment: 'code', since: 'code-accepted_no-such-thing' },
  async play({ canvasElement }) {
    const { all, isIn } = parts(canvasElement)
    await all.findByText('This link cannot be played.')
    await all.findByText(/The chart knows no “no-such-thing”/)
    await isIn('signUp.address')
  },
}

export const ByKeyboardAlone: Story = {
  args: { moment: 'code' },
  async play({ canvasElement }) {
    const { all, chart, isIn } = parts(canvasElement)
    const reach = async (target: HTMLElement) => {
      for (let count = 0; count < 60 && document.activeElement !== target; count++) await userEvent.tab()
      await expect(target).toHaveFocus()
    }
    const cooling = await chart.findByRole('button', { name: /^Cooling/ })
    await reach(cooling)
    await userEvent.keyboard('{ArrowDown}')
    await expect(chart.getByRole('button', { name: 'Send after 30 s' })).toHaveFocus()
    await userEvent.keyboard('{Enter}')
    await isIn('signUp.verifying.waiting')
    await reach(all.getByRole('button', { name: 'code.accepted' }))
    await userEvent.keyboard('{Enter}')
    await isIn('setUp.step.profile')
    await reach(all.getByRole('button', { name: 'Back one step' }))
    await userEvent.keyboard(' ')
    await isIn('signUp.verifying.waiting')
  },
}

/** The whole way, with the card, in the real screens. */
export const SignedUpAndPaid: Story = {
  args: { moment: 'plan' },
  async play({ canvasElement }) {
    const { screen, press, heading, isIn } = parts(canvasElement)
    await userEvent.click(await screen.findByRole('radio', { name: /Team/ }, patience))
    await userEvent.click(screen.getByRole('button', { name: /Continue/ }))
    await heading('Add a card')
    await userEvent.click(screen.getByRole('button', { name: /Start Team/ }))
    await isIn('subscribing')
    for (let count = 0; count < 3; count++) await press('+30 s')
    await heading(/is ready/)
    await isIn('ready')
  },
}

export const PortalMovesTheChart: Story = {
  args: { flow: 'leaving-in-the-portal', moment: 'what-goes' },
  async play({ canvasElement }) {
    const { screen, isIn, heading } = parts(canvasElement)
    await userEvent.click(await screen.findByRole('button', { name: 'Skip this' }))
    await isIn('deciding.confirming')
    await heading('Closing Northlake Press')
  },
}

const opened = fn()

/** Nothing is opened or asked for before somebody says where to. */
export const Inspecting: Story = {
  async beforeEach() {
    const open = window.open
    opened.mockClear()
    window.open = ((url: string) => (opened(url), null)) as typeof window.open
    return () => {
      window.open = open
    }
  },
  async play({ canvasElement }) {
    const { press } = parts(canvasElement)
    await press('Inspect')
    const dialog = within(await within(document.body).findByRole('dialog', { name: /Inspect/ }))
    await expect(dialog.getByText(/another company’s page/)).toBeVisible()
    await expect(opened).not.toHaveBeenCalled()
    await userEvent.click(dialog.getByRole('button', { name: 'Open in this Storybook' }))
    await waitFor(() => expect(opened).toHaveBeenCalledOnce(), patience)
    await expect(new URL(opened.mock.calls[0]![0]).origin).toBe(location.origin)
  },
}

export const Dark: Story = { args: { moment: 'plan' }, globals: { theme: 'dark' } }
export const RightToLeft: Story = { args: { moment: 'code-wrong' }, globals: { locale: 'ar' } }
export const OnAPhone: Story = { args: { moment: 'payment' }, globals: { viewport: { value: 'phone' } } }
