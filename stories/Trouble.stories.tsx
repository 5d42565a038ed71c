/** What the widget shows when the trouble is not the flow's: no line, no piece, no answer. */
import type { Meta, StoryObj } from '@storybook/react-vite'
import { PaymentPicture } from './PaymentMoment.tsx'
import { LoadingStep } from '../widget/steps/LoadingStep.tsx'
import { OfflineStep } from '../widget/steps/OfflineStep.tsx'
import { ProfileStep } from '../widget/steps/ProfileStep.tsx'
import { SkewStep } from '../widget/steps/SkewStep.tsx'
import '../widget/frame/frame.css'

const nothing = () => {}

const meta = {
  title: 'Flows/Trouble',
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

export const Loading: Story = { render: () => <LoadingStep /> }
export const Offline: Story = { render: () => <OfflineStep hostedUrl="#hosted" onRetry={nothing} /> }
export const PageOutOfDate: Story = { render: () => <SkewStep onReload={nothing} /> }
export const OfflineWhileTyping: Story = {
  render: () => (
    <ProfileStep
      values={{ name: 'Mara Lindqvist', company: 'Fernhill Studio', role: 'designer' }}
      problem="offline"
      problems={{}}
      busy={false}
      onSubmit={nothing}
    />
  ),
}
export const CardFormLoading: Story = { render: () => <PaymentPicture moment="Card" more={{ form: 'loading' }} /> }
export const CardFormMissing: Story = { render: () => <PaymentPicture moment="Card" more={{ form: 'missing' }} /> }
export const CardOnItsWay: Story = { render: () => <PaymentPicture moment="Card" more={{ busy: true }} /> }
export const CardMaybeSent: Story = { render: () => <PaymentPicture moment="Card" more={{ problem: 'card.unsent' }} /> }
