import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn } from 'storybook/test'
import { SignInCodeView } from './SignInCodeView.tsx'
import { SignInView } from './SignInView.tsx'

const meta = {
  title: 'Portal/Sign in',
  component: SignInView,
  args: { problem: null, busy: false, onSubmit: fn(), onMailCode: fn() },
} satisfies Meta<typeof SignInView>
export default meta
type Story = StoryObj<typeof meta>

export const Empty: Story = {
  play: async ({ canvas, args, userEvent }) => {
    await userEvent.type(canvas.getByLabelText('Email'), 'mara@fernhill.studio')
    await userEvent.type(canvas.getByLabelText('Password'), 'a long enough one')
    await userEvent.click(canvas.getByRole('button', { name: 'Sign in' }))
    await expect(args.onSubmit).toHaveBeenCalledWith({ email: 'mara@fernhill.studio', password: 'a long enough one' })
  },
}
export const Refused: Story = { args: { email: 'mara@fernhill.studio', problem: 'signIn.refused' } }
export const HandOverUsed: Story = { args: { problem: 'handOver.used' } }
export const AddressWrong: Story = { args: { email: 'mara@', problem: 'address.invalid' } }
export const Busy: Story = { args: { email: 'mara@fernhill.studio', busy: true } }

const code = { email: 'mara@fernhill.studio', problem: null, busy: false, onSubmit: fn(), onBack: fn() }

export const Code: Story = { render: () => <SignInCodeView {...code} /> }
export const CodeWrong: Story = { render: () => <SignInCodeView {...code} problem="code.wrong" /> }
