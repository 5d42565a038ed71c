/** Written by `npm run diagrams` from the playables; do not edit. */
import type { Meta, StoryObj } from '@storybook/react-vite'
import { Playable } from './Playable.tsx'

const meta = {
  title: 'Play/Sign-up',
  component: Playable,
  tags: ['!autodocs'],
  args: { flow: 'sign-up', moment: '', since: '' },
  parameters: { controls: { include: ['moment', 'since'] } },
  render: (args, { id, globals: { network, faults } }) => (
    <Playable {...args} network={network} faults={faults} storyId={id} />
  ),
} satisfies Meta<typeof Playable>
export default meta
type Story = StoryObj<typeof meta>

export const FromTheBeginning: Story = {}

/** `signUp.address` */
export const Address: Story = {
  name: 'Address',
  args: { moment: 'address' },
  tags: ['!test'],
}

/** `signUp.address` */
export const AddressComingBack: Story = {
  name: 'Address, coming back',
  args: { moment: 'address-coming-back' },
  tags: ['!test'],
}

/** `signUp.sendingCode` */
export const SendingCode: Story = {
  name: 'Sending code',
  args: { moment: 'sending-code' },
  tags: ['!test'],
}

/** `signUp.verifying.cooling` */
export const Code: Story = {
  name: 'Code',
  args: { moment: 'code' },
  tags: ['!test'],
}

/** `signUp.verifying.cooling` */
export const CodeWrong: Story = {
  name: 'Code, wrong',
  args: { moment: 'code-wrong' },
  tags: ['!test'],
}

/** `signUp.verifying.waiting` */
export const CodeANewOneMayBeAskedFor: Story = {
  name: 'Code, a new one may be asked for',
  args: { moment: 'code-a-new-one-may-be-asked-for' },
  tags: ['!test'],
}

/** `signUp.locked` */
export const CodeLocked: Story = {
  name: 'Code, locked',
  args: { moment: 'code-locked' },
  tags: ['!test'],
}

/** `signUp.codeExpired` */
export const CodeExpired: Story = {
  name: 'Code, expired',
  args: { moment: 'code-expired' },
  tags: ['!test'],
}

/** `signUp.mailFailed` */
export const MailFailed: Story = {
  name: 'Mail failed',
  args: { moment: 'mail-failed' },
  tags: ['!test'],
}

/** `setUp.step.profile` */
export const Profile: Story = {
  name: 'Profile',
  args: { moment: 'profile' },
  tags: ['!test'],
}

/** `setUp.step.profile` */
export const ProfileComingBack: Story = {
  name: 'Profile, coming back',
  args: { moment: 'profile-coming-back' },
  tags: ['!test'],
}

/** `setUp.step.readingPlans` */
export const ReadingPlans: Story = {
  name: 'Reading plans',
  args: { moment: 'reading-plans' },
  tags: ['!test'],
}

/** `setUp.step.plan` */
export const Plan: Story = {
  name: 'Plan',
  args: { moment: 'plan' },
  tags: ['!test'],
}

/** `setUp.step.plan` */
export const PlanNoLongerOffered: Story = {
  name: 'Plan, no longer offered',
  args: { moment: 'plan-no-longer-offered' },
  tags: ['!test'],
}

/** `setUp.step.plansUnreadable` */
export const PlansUnreadable: Story = {
  name: 'Plans unreadable',
  args: { moment: 'plans-unreadable' },
  tags: ['!test'],
}

/** `setUp.step.plan` */
export const PlanPriceChanged: Story = {
  name: 'Plan, price changed',
  args: { moment: 'plan-price-changed' },
  tags: ['!test'],
}

/** `setUp.step.payment` */
export const Payment: Story = {
  name: 'Payment',
  args: { moment: 'payment' },
  tags: ['!test'],
}

/** `settingUp.working` */
export const SettingUp: Story = {
  name: 'Setting up',
  args: { moment: 'setting-up' },
  tags: ['!test'],
}

/** `settingUp.working` */
export const SettingUpDelayed: Story = {
  name: 'Setting up, delayed',
  args: { moment: 'setting-up-delayed' },
  tags: ['!test'],
}

/** `settingUp.stuck` */
export const SettingUpStuck: Story = {
  name: 'Setting up, stuck',
  args: { moment: 'setting-up-stuck' },
  tags: ['!test'],
}

/** `givingBack.working` */
export const GivingBack: Story = {
  name: 'Giving back',
  args: { moment: 'giving-back' },
  tags: ['!test'],
}

/** `givingBack.stuck` */
export const GivingBackStuck: Story = {
  name: 'Giving back, stuck',
  args: { moment: 'giving-back-stuck' },
  tags: ['!test'],
}

/** `setUpFailed` */
export const SetUpFailedMoneyGivenBack: Story = {
  name: 'Set-up failed, money given back',
  args: { moment: 'set-up-failed-money-given-back' },
  tags: ['!test'],
}

/** `setUpFailed` */
export const SetUpFailed: Story = {
  name: 'Set-up failed',
  args: { moment: 'set-up-failed' },
  tags: ['!test'],
}

/** `addressTaken` */
export const AddressTaken: Story = {
  name: 'Address taken',
  args: { moment: 'address-taken' },
  tags: ['!test'],
}

/** `ready` */
export const Ready: Story = {
  name: 'Ready',
  args: { moment: 'ready' },
  tags: ['!test'],
}

/** `ready` */
export const ReadyPaid: Story = {
  name: 'Ready, paid',
  args: { moment: 'ready-paid' },
  tags: ['!test'],
}

/** `finished` */
export const Finished: Story = {
  name: 'Finished',
  args: { moment: 'finished' },
  tags: ['!test'],
}

/** `abandoning` */
export const Abandoning: Story = {
  name: 'Abandoning',
  args: { moment: 'abandoning' },
  tags: ['!test'],
}

/** `abandoned` */
export const Abandoned: Story = {
  name: 'Abandoned',
  args: { moment: 'abandoned' },
  tags: ['!test'],
}

/** `forgetting` */
export const Forgetting: Story = {
  name: 'Forgetting',
  args: { moment: 'forgetting' },
  tags: ['!test'],
}

/** `expired` */
export const Expired: Story = {
  name: 'Expired',
  args: { moment: 'expired' },
  tags: ['!test'],
}
