/** Written by `npm run diagrams` from the playables; do not edit. */
import type { Meta, StoryObj } from '@storybook/react-vite'
import { Playable } from './Playable.tsx'

const meta = {
  title: 'Play/Leaving in the portal',
  component: Playable,
  tags: ['!autodocs'],
  args: { flow: 'leaving-in-the-portal', moment: '', since: '' },
  parameters: { controls: { include: ['moment', 'since'] } },
  render: (args, { id, globals: { network, faults } }) => (
    <Playable {...args} network={network} faults={faults} storyId={id} />
  ),
} satisfies Meta<typeof Playable>
export default meta
type Story = StoryObj<typeof meta>

export const FromTheBeginning: Story = {}

/** `deciding.previewing` */
export const Previewing: Story = {
  name: 'Previewing',
  args: { moment: 'previewing' },
  tags: ['!test'],
}

/** `deciding.unpreviewed` */
export const NotPreviewed: Story = {
  name: 'Not previewed',
  args: { moment: 'not-previewed' },
  tags: ['!test'],
}

/** `deciding.reason` */
export const WhatGoes: Story = {
  name: 'What goes',
  args: { moment: 'what-goes' },
  tags: ['!test'],
}

/** `deciding.reason` */
export const WhatGoesFree: Story = {
  name: 'What goes, free',
  args: { moment: 'what-goes-free' },
  tags: ['!test'],
}

/** `deciding.offering` */
export const Offer: Story = {
  name: 'Offer',
  args: { moment: 'offer' },
  tags: ['!test'],
}

/** `deciding.offering` */
export const OfferNotApplied: Story = {
  name: 'Offer, not applied',
  args: { moment: 'offer-not-applied' },
  tags: ['!test'],
}

/** `deciding.applying` */
export const ApplyingTheOffer: Story = {
  name: 'Applying the offer',
  args: { moment: 'applying-the-offer' },
  tags: ['!test'],
}

/** `deciding.confirming` */
export const Confirm: Story = {
  name: 'Confirm',
  args: { moment: 'confirm' },
  tags: ['!test'],
}

/** `deciding.confirming` */
export const ConfirmFree: Story = {
  name: 'Confirm, free',
  args: { moment: 'confirm-free' },
  tags: ['!test'],
}

/** `deciding.confirming` */
export const ConfirmPastDue: Story = {
  name: 'Confirm, past due',
  args: { moment: 'confirm-past-due' },
  tags: ['!test'],
}

/** `deciding.confirming` */
export const ConfirmAnotherName: Story = {
  name: 'Confirm, another name',
  args: { moment: 'confirm-another-name' },
  tags: ['!test'],
}

/** `deciding.confirming` */
export const ConfirmProviderAway: Story = {
  name: 'Confirm, provider away',
  args: { moment: 'confirm-provider-away' },
  tags: ['!test'],
}

/** `submitting` */
export const Submitting: Story = {
  name: 'Submitting',
  args: { moment: 'submitting' },
  tags: ['!test'],
}

/** `scheduled.waiting` */
export const Scheduled: Story = {
  name: 'Scheduled',
  args: { moment: 'scheduled' },
  tags: ['!test'],
}

/** `scheduled.waiting` */
export const ScheduledNotUndone: Story = {
  name: 'Scheduled, not undone',
  args: { moment: 'scheduled-not-undone' },
  tags: ['!test'],
}

/** `scheduled.undoing` */
export const Undoing: Story = {
  name: 'Undoing',
  args: { moment: 'undoing' },
  tags: ['!test'],
}

/** `changing.waiting` */
export const ChangingToFree: Story = {
  name: 'Changing to Free',
  args: { moment: 'changing-to-free' },
  tags: ['!test'],
}

/** `changing.undoing` */
export const UndoingTheChange: Story = {
  name: 'Undoing the change',
  args: { moment: 'undoing-the-change' },
  tags: ['!test'],
}

/** `moving` */
export const MovingToFree: Story = {
  name: 'Moving to Free',
  args: { moment: 'moving-to-free' },
  tags: ['!test'],
}

/** `unmoved` */
export const NotMoved: Story = {
  name: 'Not moved',
  args: { moment: 'not-moved' },
  tags: ['!test'],
}

/** `stopping` */
export const Stopping: Story = {
  name: 'Stopping',
  args: { moment: 'stopping' },
  tags: ['!test'],
}

/** `unstopped` */
export const NotStopped: Story = {
  name: 'Not stopped',
  args: { moment: 'not-stopped' },
  tags: ['!test'],
}

/** `retrieval.countdown.open` */
export const Retrieval: Story = {
  name: 'Retrieval',
  args: { moment: 'retrieval' },
  tags: ['!test'],
}

/** `retrieval.countdown.noticing` */
export const RetrievalTelling: Story = {
  name: 'Retrieval, telling',
  args: { moment: 'retrieval-telling' },
  tags: ['!test'],
}

/** `retrieval.countdown.unnoticed` */
export const RetrievalMailDown: Story = {
  name: 'Retrieval, mail down',
  args: { moment: 'retrieval-mail-down' },
  tags: ['!test'],
}

/** `retrieval.countdown.noticed` */
export const RetrievalTold: Story = {
  name: 'Retrieval, told',
  args: { moment: 'retrieval-told' },
  tags: ['!test'],
}

/** `retrieval.wayBack.taken` */
export const ComingBack: Story = {
  name: 'Coming back',
  args: { moment: 'coming-back' },
  tags: ['!test'],
}

/** `cleaning` */
export const Cleaning: Story = {
  name: 'Cleaning',
  args: { moment: 'cleaning' },
  tags: ['!test'],
}

/** `cleaning` */
export const CleaningStuck: Story = {
  name: 'Cleaning, stuck',
  args: { moment: 'cleaning-stuck' },
  tags: ['!test'],
}

/** `certifying` */
export const Certifying: Story = {
  name: 'Certifying',
  args: { moment: 'certifying' },
  tags: ['!test'],
}

/** `uncertified` */
export const NotCertified: Story = {
  name: 'Not certified',
  args: { moment: 'not-certified' },
  tags: ['!test'],
}

/** `telling` */
export const Telling: Story = {
  name: 'Telling',
  args: { moment: 'telling' },
  tags: ['!test'],
}

/** `untold` */
export const NotTold: Story = {
  name: 'Not told',
  args: { moment: 'not-told' },
  tags: ['!test'],
}

/** `closed` */
export const Closed: Story = {
  name: 'Closed',
  args: { moment: 'closed' },
  tags: ['!test'],
}

/** `dropped` */
export const Dropped: Story = {
  name: 'Dropped',
  args: { moment: 'dropped' },
  tags: ['!test'],
}

/** `kept` */
export const Kept: Story = {
  name: 'Kept',
  args: { moment: 'kept' },
  tags: ['!test'],
}

/** `moved` */
export const MovedToFree: Story = {
  name: 'Moved to Free',
  args: { moment: 'moved-to-free' },
  tags: ['!test'],
}
