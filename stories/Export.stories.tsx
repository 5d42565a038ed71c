/** Written by `npm run diagrams` from the chart's fixtures; do not edit. */
import type { Meta, StoryObj } from '@storybook/react-vite'
import { ExportMoment } from './ExportMoment.tsx'

const meta = { title: 'Flows/Export', component: ExportMoment } satisfies Meta<typeof ExportMoment>
export default meta
type Story = StoryObj<typeof meta>

/** `requested` */
export const Requested: Story = {
  name: 'Requested',
  args: { moment: 'Requested' },
}

/** `collecting` */
export const Collecting: Story = {
  name: 'Collecting',
  args: { moment: 'Collecting' },
}

/** `announcing` */
export const Announcing: Story = {
  name: 'Announcing',
  args: { moment: 'Announcing' },
}

/** `ready` */
export const Ready: Story = {
  name: 'Ready',
  args: { moment: 'Ready' },
}

/** `deleting` */
export const Deleting: Story = {
  name: 'Deleting',
  args: { moment: 'Deleting' },
}

/** `undeleted` */
export const NotDeleted: Story = {
  name: 'Not deleted',
  args: { moment: 'Not deleted' },
}

/** `failed` */
export const Failed: Story = {
  name: 'Failed',
  args: { moment: 'Failed' },
}

/** `expired` */
export const Expired: Story = {
  name: 'Expired',
  args: { moment: 'Expired' },
}
