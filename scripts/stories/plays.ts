/** The playable stories: every chart that plays, and a link to each of its moments. */
import { join } from 'node:path'
import type { Fixture } from '../../machines/kit/fixture.ts'
import { slugOf } from '../../stories/play/link.ts'
import { type Playable, playables } from '../../stories/play/playables.ts'
import { root } from '../child.ts'
import { exportName, type StoryFile } from './story-file.ts'

/**
 * A chart that plays: from the beginning, and from every moment of its fixtures. The moments are links for people; that
 * each is reached proves `stories/play/player.test.ts`, and what its screen looks like the flow's own stories.
 */
const playText = ({
  name,
  id,
  chart,
}: Playable) => `/** Written by \`npm run diagrams\` from the playables; do not edit. */
import type { Meta, StoryObj } from '@storybook/react-vite'
import { Playable } from './Playable.tsx'

const meta = {
  title: 'Play/${name}',
  component: Playable,
  tags: ['!autodocs'],
  args: { flow: '${id}', moment: '', since: '' },
  parameters: { controls: { include: ['moment', 'since'] } },
  render: (args, { id, globals: { network, faults } }) => (
    <Playable {...args} network={network} faults={faults} storyId={id} />
  ),
} satisfies Meta<typeof Playable>
export default meta
type Story = StoryObj<typeof meta>

export const FromTheBeginning: Story = {}
${chart.fixtures.map((one) => playMoment(one)).join('')}`

const playMoment = ({ name, state }: Fixture) => `
/** \`${state}\` */
export const ${exportName(name)}: Story = {
  name: '${name}',
  args: { moment: '${slugOf(name)}' },
  tags: ['!test'],
}
`

export const playFiles = (): StoryFile[] =>
  playables.map((one) => ({
    path: join(root, 'stories', 'play', `${exportName(one.name)}.stories.tsx`),
    text: playText(one),
  }))
