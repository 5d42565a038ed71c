/** The console's door: a password, a code, and setting up the second factor. */
import type { Meta, StoryObj } from '@storybook/react-vite'
import { PasswordView, SecondFactorView, WelcomeView } from '../../portal/operator/views/DoorView.tsx'
import { EnrolView } from '../../portal/operator/views/EnrolView.tsx'

const nothing = () => {}
const meta = {
  title: 'Console/Door',
  component: PasswordView,
  args: { problem: null, busy: false, onSubmit: nothing },
} satisfies Meta<typeof PasswordView>
export default meta
type Story = StoryObj<typeof meta>

const enrolment = {
  uri: 'otpauth://totp/Tenure%20operators:ines@tenure.test?secret=MFRGGZDFMZTWQ2LKNNWG23TPOBYXE43UOV3HO6DZPIYTEMZUGU3DOOBZ&issuer=Tenure%20operators&digits=6&period=30',
  spareCodes: [
    'a1b2c-d3e4f',
    'g5h6i-j7k8l',
    'm9n0o-p1q2r',
    's3t4u-v5w6x',
    'y7z8a-b9c0d',
    'e1f2g-h3i4j',
    'k5l6m-n7o8p',
    'q9r0s-t1u2v',
  ],
}

export const Password: Story = {}
export const PasswordRefused: Story = { args: { problem: 'refused' } }
export const TooOften: Story = { args: { problem: 'limited' } }
export const SecondFactor: Story = { render: (args) => <SecondFactorView {...args} onBack={nothing} /> }
export const CodeWrong: Story = {
  args: { problem: 'code.wrong' },
  render: (args) => <SecondFactorView {...args} onBack={nothing} />,
}
export const Enrol: Story = { render: (args) => <EnrolView {...args} enrolment={enrolment} /> }
export const Welcome: Story = { render: (args) => <WelcomeView {...args} /> }
export const WelcomeUsed: Story = { args: { problem: 'link.used' }, render: (args) => <WelcomeView {...args} /> }
