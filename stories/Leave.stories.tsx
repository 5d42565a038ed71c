import type { Meta, StoryObj } from '@storybook/react-vite'
import { ExportMoment } from './ExportMoment.tsx'
import { LeavingMoment } from './LeavingMoment.tsx'

/** What no state of a chart shows: before anything began, and for whom it is not. */
const meta = { title: 'Portal/Export or close', component: LeavingMoment } satisfies Meta<typeof LeavingMoment>
export default meta
type Story = StoryObj<typeof meta>

export const Nobody: Story = { args: { moment: null } }
export const NobodyAsMember: Story = { args: { moment: null, asMember: true } }
export const WhatGoesAsMember: Story = { args: { moment: 'What goes', asMember: true } }
export const ScheduledAsMember: Story = { args: { moment: 'Scheduled', asMember: true } }
export const NoExport: Story = { args: { moment: null }, render: () => <ExportMoment moment={null} /> }
