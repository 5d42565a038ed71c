/** The stories of the pictures: one for each chart there is. */
import { join } from 'node:path'
import { readableName } from '../../machines/kit/readable.ts'
import { flows } from '../../machines/registry.ts'
import { root } from '../child.ts'
import { exportName, type StoryFile } from './story-file.ts'

const chartStories = () => `/** Written by \`npm run diagrams\` from the registry; do not edit. */
import type { Meta, StoryObj } from '@storybook/react-vite'
import { PictureOf } from './PictureOf.tsx'

const meta = { title: 'Pictures/Charts', component: PictureOf } satisfies Meta<typeof PictureOf>
export default meta
type Story = StoryObj<typeof meta>

${flows.map(({ machine: { id } }) => `export const ${exportName(readableName(id))}: Story = { args: { of: '${id}' } }`).join('\n')}
`

export const pictureFiles = (): StoryFile[] => [
  { path: join(root, 'stories', 'pictures', 'Charts.stories.tsx'), text: chartStories() },
]
