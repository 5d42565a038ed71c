/** What steps do when somebody does something: pick, press, press twice. */
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, userEvent, within } from 'storybook/test'
import { plans } from '../machines/onboarding/onboarding.fixtures.ts'
import { planChoice } from '../widget/copy/choices.ts'
import type { Bill } from '../widget/steps/bill.ts'
import { PaymentActionStep } from '../widget/steps/PaymentActionStep.tsx'
import { PaymentStep } from '../widget/steps/PaymentStep.tsx'
import { PlanStep } from '../widget/steps/PlanStep.tsx'
import '../widget/frame/frame.css'

const acts = { plan: fn(), pay: fn(), reload: fn(), other: fn(), back: fn(), answer: fn() }

const meta = {
  title: 'Flows/Steps at work',
  beforeEach: () => Object.values(acts).forEach((act) => void act.mockClear()),
  decorators: [
    (Story) => (
      <main style={{ maxWidth: 400, margin: '24px auto' }}>
        <Story />
      </main>
    ),
  ],
} satisfies Meta
export default meta
type Story = StoryObj<typeof meta>

const bill: Bill = { plan: 'Team', seats: 3, interval: 'month', amount: '€87.00' }
const payment = {
  bill,
  problem: null,
  otherWay: 'Continue on Free instead',
  onSubmit: acts.pay,
  onReload: acts.reload,
  onOtherWay: acts.other,
  onBack: acts.back,
  children: <p>The card form</p>,
} as const

export const PlanByTheYear: Story = {
  render: () => (
    <PlanStep
      plans={plans.map(planChoice)}
      chosen={null}
      interval="month"
      busy={false}
      problem={null}
      onSubmit={acts.plan}
    />
  ),
  async play({ canvasElement }) {
    const step = within(canvasElement)
    await expect(step.getByRole('radio', { name: /Free/ })).toBeChecked()
    await expect(step.getByRole('img', { name: 'Step 4 of 5: Plan' })).toBeVisible()
    await userEvent.click(step.getByRole('radio', { name: /Team/ }))
    await expect(step.getByRole('img', { name: 'Step 4 of 6: Plan' })).toBeVisible()
    await userEvent.click(step.getByRole('radio', { name: 'Yearly' }))
    await expect(step.getByRole('radio', { name: /Team.*€290.*per seat, year/ })).toBeChecked()
    await userEvent.click(step.getByRole('button', { name: 'Continue with Team' }))
    await expect(acts.plan.mock.calls).toEqual([[{ plan: 'team', interval: 'year' }]])
    await expect(step.getByRole('button')).toHaveAccessibleDescription(/€870\.00 each year/)
  },
}

export const CardBeforeItsFormIsThere: Story = {
  render: () => <PaymentStep {...payment} form="loading" busy={false} />,
  async play({ canvasElement }) {
    const step = within(canvasElement)
    await userEvent.click(step.getByRole('button', { name: 'Start Team for €87.00' }))
    await expect(acts.pay).not.toHaveBeenCalled()
    await userEvent.click(step.getByRole('button', { name: 'Continue on Free instead' }))
    await userEvent.click(step.getByRole('button', { name: 'Back' }))
    await expect([acts.other.mock.calls.length, acts.back.mock.calls.length]).toEqual([1, 1])
  },
}

export const CardOnItsWay: Story = {
  render: () => <PaymentStep {...payment} form="ready" busy />,
  async play({ canvasElement }) {
    const step = within(canvasElement)
    await expect(step.getByRole('status')).toHaveTextContent('Sending your card to the payment provider')
    for (const button of step.getAllByRole('button')) await userEvent.click(button)
    await expect([acts.pay.mock.calls.length, acts.other.mock.calls.length]).toEqual([0, 0])
    await expect(step.queryByRole('button', { name: 'Back' })).toBeNull()
  },
}

export const CardFormMissing: Story = {
  render: () => <PaymentStep {...payment} form="missing" busy={false} />,
  async play({ canvasElement }) {
    const step = within(canvasElement)
    await expect(step.getByRole('alert')).toHaveFocus()
    await userEvent.click(step.getByRole('button', { name: 'Load the card form again' }))
    await expect(acts.reload).toHaveBeenCalledOnce()
  },
}

export const BankMayAsk: Story = {
  render: () => <PaymentActionStep {...payment} form="ready" busy={false} onAnswer={acts.answer} />,
  async play({ canvasElement }) {
    await userEvent.click(within(canvasElement).getByRole('button', { name: 'Confirm with my bank' }))
    await expect(acts.answer).toHaveBeenCalledOnce()
  },
}
