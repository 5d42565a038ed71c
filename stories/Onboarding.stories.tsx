/** Written by `npm run diagrams` from the chart's fixtures; do not edit. */
import type { Meta, StoryObj } from '@storybook/react-vite'
import { OnboardingMoment } from './OnboardingMoment.tsx'

const meta = { title: 'Flows/Onboarding', component: OnboardingMoment } satisfies Meta<typeof OnboardingMoment>
export default meta
type Story = StoryObj<typeof meta>

/** `signUp.address` */
export const Address: Story = {
  name: 'Address',
  args: { moment: 'Address' },
}

/** `signUp.address` */
export const AddressComingBack: Story = {
  name: 'Address, coming back',
  args: { moment: 'Address, coming back' },
}

/** `signUp.sendingCode` */
export const SendingCode: Story = {
  name: 'Sending code',
  args: { moment: 'Sending code' },
}

/** `signUp.verifying.cooling` */
export const Code: Story = {
  name: 'Code',
  args: { moment: 'Code' },
}

/** `signUp.verifying.cooling` */
export const CodeWrong: Story = {
  name: 'Code, wrong',
  args: { moment: 'Code, wrong' },
}

/** `signUp.verifying.waiting` */
export const CodeANewOneMayBeAskedFor: Story = {
  name: 'Code, a new one may be asked for',
  args: { moment: 'Code, a new one may be asked for' },
}

/** `signUp.locked` */
export const CodeLocked: Story = {
  name: 'Code, locked',
  args: { moment: 'Code, locked' },
}

/** `signUp.codeExpired` */
export const CodeExpired: Story = {
  name: 'Code, expired',
  args: { moment: 'Code, expired' },
}

/** `signUp.mailFailed` */
export const MailFailed: Story = {
  name: 'Mail failed',
  args: { moment: 'Mail failed' },
}

/** `setUp.step.profile` */
export const Profile: Story = {
  name: 'Profile',
  args: { moment: 'Profile' },
}

/** `setUp.step.profile` */
export const ProfileComingBack: Story = {
  name: 'Profile, coming back',
  args: { moment: 'Profile, coming back' },
}

/** `setUp.step.readingPlans` */
export const ReadingPlans: Story = {
  name: 'Reading plans',
  args: { moment: 'Reading plans' },
}

/** `setUp.step.plan` */
export const Plan: Story = {
  name: 'Plan',
  args: { moment: 'Plan' },
}

/** `setUp.step.plan` */
export const PlanNoLongerOffered: Story = {
  name: 'Plan, no longer offered',
  args: { moment: 'Plan, no longer offered' },
}

/** `setUp.step.plansUnreadable` */
export const PlansUnreadable: Story = {
  name: 'Plans unreadable',
  args: { moment: 'Plans unreadable' },
}

/** `setUp.step.plan` */
export const PlanPriceChanged: Story = {
  name: 'Plan, price changed',
  args: { moment: 'Plan, price changed' },
}

/** `setUp.step.payment` */
export const Payment: Story = {
  name: 'Payment',
  args: { moment: 'Payment' },
}

/** `settingUp.working` */
export const SettingUp: Story = {
  name: 'Setting up',
  args: { moment: 'Setting up' },
}

/** `settingUp.working` */
export const SettingUpDelayed: Story = {
  name: 'Setting up, delayed',
  args: { moment: 'Setting up, delayed' },
}

/** `settingUp.stuck` */
export const SettingUpStuck: Story = {
  name: 'Setting up, stuck',
  args: { moment: 'Setting up, stuck' },
}

/** `givingBack.working` */
export const GivingBack: Story = {
  name: 'Giving back',
  args: { moment: 'Giving back' },
}

/** `givingBack.stuck` */
export const GivingBackStuck: Story = {
  name: 'Giving back, stuck',
  args: { moment: 'Giving back, stuck' },
}

/** `setUpFailed` */
export const SetUpFailedMoneyGivenBack: Story = {
  name: 'Set-up failed, money given back',
  args: { moment: 'Set-up failed, money given back' },
}

/** `setUpFailed` */
export const SetUpFailed: Story = {
  name: 'Set-up failed',
  args: { moment: 'Set-up failed' },
}

/** `addressTaken` */
export const AddressTaken: Story = {
  name: 'Address taken',
  args: { moment: 'Address taken' },
}

/** `ready` */
export const Ready: Story = {
  name: 'Ready',
  args: { moment: 'Ready' },
}

/** `ready` */
export const ReadyPaid: Story = {
  name: 'Ready, paid',
  args: { moment: 'Ready, paid' },
}

/** `finished` */
export const Finished: Story = {
  name: 'Finished',
  args: { moment: 'Finished' },
}

/** `abandoning` */
export const Abandoning: Story = {
  name: 'Abandoning',
  args: { moment: 'Abandoning' },
}

/** `abandoned` */
export const Abandoned: Story = {
  name: 'Abandoned',
  args: { moment: 'Abandoned' },
}

/** `forgetting` */
export const Forgetting: Story = {
  name: 'Forgetting',
  args: { moment: 'Forgetting' },
}

/** `expired` */
export const Expired: Story = {
  name: 'Expired',
  args: { moment: 'Expired' },
}
