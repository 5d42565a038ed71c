/** Written by `npm run diagrams` from the chart's fixtures; do not edit. */
import type { Meta, StoryObj } from '@storybook/react-vite'
import { SignInMoment } from './SignInMoment.tsx'

const meta = { title: 'Flows/Sign in by code', component: SignInMoment } satisfies Meta<typeof SignInMoment>
export default meta
type Story = StoryObj<typeof meta>

/** `sendingCode` */
export const Sending: Story = {
  name: 'Sending',
  args: { moment: 'Sending' },
}

/** `verifying` */
export const Code: Story = {
  name: 'Code',
  args: { moment: 'Code' },
}

/** `verifying` */
export const CodeWrong: Story = {
  name: 'Code, wrong',
  args: { moment: 'Code, wrong' },
}

/** `mailFailed` */
export const MailFailed: Story = {
  name: 'Mail failed',
  args: { moment: 'Mail failed' },
}

/** `accepted` */
export const Accepted: Story = {
  name: 'Accepted',
  args: { moment: 'Accepted' },
}

/** `refused` */
export const Refused: Story = {
  name: 'Refused',
  args: { moment: 'Refused' },
}
