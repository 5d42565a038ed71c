/** Written by `npm run diagrams` from the samples; do not edit. */
import type { Meta, StoryObj } from '@storybook/react-vite'
import { MailMoment } from './MailMoment.tsx'
import { playMail } from './play.ts'

const meta = {
  title: 'Mails/Security',
  component: MailMoment,
  render: ({ moment }, { globals }) => <MailMoment moment={moment} theme={globals.theme} />,
  play: playMail,
} satisfies Meta<typeof MailMoment>
export default meta
type Story = StoryObj<typeof meta>

/** `code` */
export const CodeToSignUp: Story = {
  name: 'Code to sign up',
  args: { moment: 'Code to sign up' },
}

/** `someoneTried` */
export const SigningUpWithAnAccount: Story = {
  name: 'Signing up with an account',
  args: { moment: 'Signing up with an account' },
}

/** `signInCode` */
export const CodeToSignIn: Story = {
  name: 'Code to sign in',
  args: { moment: 'Code to sign in' },
}

/** `noAccount` */
export const SigningInWithoutAnAccount: Story = {
  name: 'Signing in without an account',
  args: { moment: 'Signing in without an account' },
}

/** `passwordChanged` */
export const PasswordChanged: Story = {
  name: 'Password changed',
  args: { moment: 'Password changed' },
}

/** `accessRemoved` */
export const RemovedFromATeam: Story = {
  name: 'Removed from a team',
  args: { moment: 'Removed from a team' },
}

/** `accessRemoved` */
export const LeftATeam: Story = {
  name: 'Left a team',
  args: { moment: 'Left a team' },
}

/** `invitation` */
export const Invitation: Story = {
  name: 'Invitation',
  args: { moment: 'Invitation' },
}

/** `invitation` */
export const InvitationEndsSoon: Story = {
  name: 'Invitation, ends soon',
  args: { moment: 'Invitation, ends soon' },
}
