/** The stories of the mails, from their samples: one file for each class of notices. */
import { join } from 'node:path'
import { readableName } from '../../machines/kit/readable.ts'
import { mailClasses, type NoticeClass, noticeClasses } from '../../machines/vocabulary/notices.ts'
import { type Sample, samples } from '../../stories/mails/samples.ts'
import { root } from '../child.ts'
import { exportName, type StoryFile } from './story-file.ts'

const mailText = (
  about: NoticeClass,
  mails: readonly Sample[],
) => `/** Written by \`npm run diagrams\` from the samples; do not edit. */
import type { Meta, StoryObj } from '@storybook/react-vite'
import { MailMoment } from './MailMoment.tsx'
import { playMail } from './play.ts'

const meta = {
  title: 'Mails/${readableName(about)}',
  component: MailMoment,
  render: ({ moment }, { globals }) => <MailMoment moment={moment} theme={globals.theme} />,
  play: playMail,
} satisfies Meta<typeof MailMoment>
export default meta
type Story = StoryObj<typeof meta>

${mails.map(({ name, template }) => `/** \`${template}\` */\nexport const ${exportName(name)}: Story = {\n  name: '${name}',\n  args: { moment: '${name}' },\n}`).join('\n\n')}
`

/** The mails people get about one thing stand together. */
export const mailFiles = (): StoryFile[] =>
  noticeClasses.map((about) => ({
    path: join(root, 'stories', 'mails', `${readableName(about)}.stories.tsx`),
    text: mailText(
      about,
      samples.filter(({ template }) => mailClasses[template] === about),
    ),
  }))
