/**
 * The stories of the flows, written from the charts' fixtures, and those of the mails, written from their samples: one for
 * each moment and each mail, so none can be missing or stale.
 */
import { join } from 'node:path'
import type { Fixture } from '../machines/kit/fixture.ts'
import { exportFixtures } from '../machines/export/export.fixtures.ts'
import { githubFixtures, integrationFixtures } from '../machines/integration/integration.fixtures.ts'
import { offboardingFixtures } from '../machines/offboarding/offboarding.fixtures.ts'
import { onboardingFixtures } from '../machines/onboarding/onboarding.fixtures.ts'
import { paymentFixtures } from '../machines/payment/payment.fixtures.ts'
import { signInFixtures } from '../machines/sign-in/sign-in.fixtures.ts'
import { flows } from '../machines/registry.ts'
import { readableName } from '../machines/kit/readable.ts'
import { mailClasses, type NoticeClass, noticeClasses } from '../machines/vocabulary/notices.ts'
import { type Sample, samples } from '../stories/mails/samples.ts'
import { slugOf } from '../stories/play/link.ts'
import { type Playable, playables } from '../stories/play/playables.ts'
import { root } from './child.ts'

interface StoryFile {
  readonly path: string
  readonly text: string
}

/** `Code, wrong` → `CodeWrong` */
const exportName = (name: string) =>
  name
    .split(/[^A-Za-z0-9]+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')

const text = (
  title: string,
  component: string,
  fixtures: readonly Fixture[],
) => `/** Written by \`npm run diagrams\` from the chart's fixtures; do not edit. */
import type { Meta, StoryObj } from '@storybook/react-vite'
import { ${component} } from './${component}.tsx'

const meta = { title: '${title}', component: ${component} } satisfies Meta<typeof ${component}>
export default meta
type Story = StoryObj<typeof meta>

${fixtures.map(({ name, state }) => `/** \`${state}\` */\nexport const ${exportName(name)}: Story = {\n  name: '${name}',\n  args: { moment: '${name}' },\n}`).join('\n\n')}
`

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

/** One file for each class of notices: the mails people get about one thing stand together. */
const mailFiles = (): StoryFile[] =>
  noticeClasses.map((about) => ({
    path: join(root, 'stories', 'mails', `${readableName(about)}.stories.tsx`),
    text: mailText(
      about,
      samples.filter(({ template }) => mailClasses[template] === about),
    ),
  }))

/** A story for each chart's picture. */
const chartStories = () => `/** Written by \`npm run diagrams\` from the registry; do not edit. */
import type { Meta, StoryObj } from '@storybook/react-vite'
import { PictureOf } from './PictureOf.tsx'

const meta = { title: 'Pictures/Charts', component: PictureOf } satisfies Meta<typeof PictureOf>
export default meta
type Story = StoryObj<typeof meta>

${flows.map(({ machine: { id } }) => `export const ${exportName(readableName(id))}: Story = { args: { of: '${id}' } }`).join('\n')}
`

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

export const storyFiles = (): StoryFile[] => [
  ...playables.map((one) => ({
    path: join(root, 'stories', 'play', `${exportName(one.name)}.stories.tsx`),
    text: playText(one),
  })),
  ...mailFiles(),
  { path: join(root, 'stories', 'pictures', 'Charts.stories.tsx'), text: chartStories() },
  {
    path: join(root, 'stories', 'Onboarding.stories.tsx'),
    text: text('Flows/Onboarding', 'OnboardingMoment', onboardingFixtures),
  },
  {
    path: join(root, 'stories', 'Leaving.stories.tsx'),
    text: text('Flows/Leaving', 'LeavingMoment', offboardingFixtures),
  },
  {
    path: join(root, 'stories', 'LeavingWidget.stories.tsx'),
    text: text('Flows/Leaving, embedded', 'LeavingFrame', offboardingFixtures),
  },
  {
    path: join(root, 'stories', 'Export.stories.tsx'),
    text: text('Flows/Export', 'ExportMoment', exportFixtures),
  },
  {
    path: join(root, 'stories', 'Integration.stories.tsx'),
    text: text('Flows/Integration', 'IntegrationMoment', [...integrationFixtures, ...githubFixtures]),
  },
  {
    path: join(root, 'stories', 'Payment.stories.tsx'),
    text: text('Flows/Payment', 'PaymentMoment', paymentFixtures),
  },
  {
    path: join(root, 'stories', 'SignIn.stories.tsx'),
    text: text('Flows/Sign in by code', 'SignInMoment', signInFixtures),
  },
]
