/** Written by `npm run diagrams` from the chart's fixtures; do not edit. */
import type { Meta, StoryObj } from '@storybook/react-vite'
import { LeavingFrame } from './LeavingFrame.tsx'

const meta = { title: 'Flows/Leaving, embedded', component: LeavingFrame } satisfies Meta<typeof LeavingFrame>
export default meta
type Story = StoryObj<typeof meta>

/** `deciding.previewing` */
export const Previewing: Story = {
  name: 'Previewing',
  args: { moment: 'Previewing' },
}

/** `deciding.unpreviewed` */
export const NotPreviewed: Story = {
  name: 'Not previewed',
  args: { moment: 'Not previewed' },
}

/** `deciding.reason` */
export const WhatGoes: Story = {
  name: 'What goes',
  args: { moment: 'What goes' },
}

/** `deciding.reason` */
export const WhatGoesFree: Story = {
  name: 'What goes, free',
  args: { moment: 'What goes, free' },
}

/** `deciding.offering` */
export const Offer: Story = {
  name: 'Offer',
  args: { moment: 'Offer' },
}

/** `deciding.offering` */
export const OfferNotApplied: Story = {
  name: 'Offer, not applied',
  args: { moment: 'Offer, not applied' },
}

/** `deciding.applying` */
export const ApplyingTheOffer: Story = {
  name: 'Applying the offer',
  args: { moment: 'Applying the offer' },
}

/** `deciding.confirming` */
export const Confirm: Story = {
  name: 'Confirm',
  args: { moment: 'Confirm' },
}

/** `deciding.confirming` */
export const ConfirmFree: Story = {
  name: 'Confirm, free',
  args: { moment: 'Confirm, free' },
}

/** `deciding.confirming` */
export const ConfirmPastDue: Story = {
  name: 'Confirm, past due',
  args: { moment: 'Confirm, past due' },
}

/** `deciding.confirming` */
export const ConfirmAnotherName: Story = {
  name: 'Confirm, another name',
  args: { moment: 'Confirm, another name' },
}

/** `deciding.confirming` */
export const ConfirmProviderAway: Story = {
  name: 'Confirm, provider away',
  args: { moment: 'Confirm, provider away' },
}

/** `submitting` */
export const Submitting: Story = {
  name: 'Submitting',
  args: { moment: 'Submitting' },
}

/** `scheduled.waiting` */
export const Scheduled: Story = {
  name: 'Scheduled',
  args: { moment: 'Scheduled' },
}

/** `scheduled.waiting` */
export const ScheduledNotUndone: Story = {
  name: 'Scheduled, not undone',
  args: { moment: 'Scheduled, not undone' },
}

/** `scheduled.undoing` */
export const Undoing: Story = {
  name: 'Undoing',
  args: { moment: 'Undoing' },
}

/** `changing.waiting` */
export const ChangingToFree: Story = {
  name: 'Changing to Free',
  args: { moment: 'Changing to Free' },
}

/** `changing.undoing` */
export const UndoingTheChange: Story = {
  name: 'Undoing the change',
  args: { moment: 'Undoing the change' },
}

/** `moving` */
export const MovingToFree: Story = {
  name: 'Moving to Free',
  args: { moment: 'Moving to Free' },
}

/** `unmoved` */
export const NotMoved: Story = {
  name: 'Not moved',
  args: { moment: 'Not moved' },
}

/** `stopping` */
export const Stopping: Story = {
  name: 'Stopping',
  args: { moment: 'Stopping' },
}

/** `unstopped` */
export const NotStopped: Story = {
  name: 'Not stopped',
  args: { moment: 'Not stopped' },
}

/** `retrieval.countdown.open` */
export const Retrieval: Story = {
  name: 'Retrieval',
  args: { moment: 'Retrieval' },
}

/** `retrieval.countdown.noticing` */
export const RetrievalTelling: Story = {
  name: 'Retrieval, telling',
  args: { moment: 'Retrieval, telling' },
}

/** `retrieval.countdown.unnoticed` */
export const RetrievalMailDown: Story = {
  name: 'Retrieval, mail down',
  args: { moment: 'Retrieval, mail down' },
}

/** `retrieval.countdown.noticed` */
export const RetrievalTold: Story = {
  name: 'Retrieval, told',
  args: { moment: 'Retrieval, told' },
}

/** `retrieval.wayBack.taken` */
export const ComingBack: Story = {
  name: 'Coming back',
  args: { moment: 'Coming back' },
}

/** `cleaning` */
export const Cleaning: Story = {
  name: 'Cleaning',
  args: { moment: 'Cleaning' },
}

/** `cleaning` */
export const CleaningStuck: Story = {
  name: 'Cleaning, stuck',
  args: { moment: 'Cleaning, stuck' },
}

/** `certifying` */
export const Certifying: Story = {
  name: 'Certifying',
  args: { moment: 'Certifying' },
}

/** `uncertified` */
export const NotCertified: Story = {
  name: 'Not certified',
  args: { moment: 'Not certified' },
}

/** `telling` */
export const Telling: Story = {
  name: 'Telling',
  args: { moment: 'Telling' },
}

/** `untold` */
export const NotTold: Story = {
  name: 'Not told',
  args: { moment: 'Not told' },
}

/** `closed` */
export const Closed: Story = {
  name: 'Closed',
  args: { moment: 'Closed' },
}

/** `dropped` */
export const Dropped: Story = {
  name: 'Dropped',
  args: { moment: 'Dropped' },
}

/** `kept` */
export const Kept: Story = {
  name: 'Kept',
  args: { moment: 'Kept' },
}

/** `moved` */
export const MovedToFree: Story = {
  name: 'Moved to Free',
  args: { moment: 'Moved to Free' },
}
