/** Written by `npm run diagrams` from the registry; do not edit. */
import type { Meta, StoryObj } from '@storybook/react-vite'
import { PictureOf } from './PictureOf.tsx'

const meta = { title: 'Pictures/Charts', component: PictureOf } satisfies Meta<typeof PictureOf>
export default meta
type Story = StoryObj<typeof meta>

export const Provisioning: Story = { args: { of: 'provisioning' } }
export const Payment: Story = { args: { of: 'payment' } }
export const Onboarding: Story = { args: { of: 'onboarding' } }
export const SignIn: Story = { args: { of: 'signIn' } }
export const Webhook: Story = { args: { of: 'webhook' } }
export const Invitation: Story = { args: { of: 'invitation' } }
export const Removal: Story = { args: { of: 'removal' } }
export const Licensing: Story = { args: { of: 'licensing' } }
export const Password: Story = { args: { of: 'password' } }
export const Account: Story = { args: { of: 'account' } }
export const Card: Story = { args: { of: 'card' } }
export const Integration: Story = { args: { of: 'integration' } }
export const Export: Story = { args: { of: 'export' } }
export const Cleaning: Story = { args: { of: 'cleaning' } }
export const Offboarding: Story = { args: { of: 'offboarding' } }
