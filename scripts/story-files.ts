/**
 * The stories that are written rather than typed: of the flows from the charts' fixtures, one for each moment; of mails,
 * pictures and playables from what there is of them. So none can be missing or stale.
 */
import { join } from 'node:path'
import type { Fixture } from '../machines/kit/fixture.ts'
import { exportFixtures } from '../machines/export/export.fixtures.ts'
import { githubFixtures, integrationFixtures } from '../machines/integration/integration.fixtures.ts'
import { offboardingFixtures } from '../machines/offboarding/offboarding.fixtures.ts'
import { onboardingFixtures } from '../machines/onboarding/onboarding.fixtures.ts'
import { paymentFixtures } from '../machines/payment/payment.fixtures.ts'
import { signInFixtures } from '../machines/sign-in/sign-in.fixtures.ts'
import { root } from './child.ts'
import { mailFiles } from './stories/mails.ts'
import { pictureFiles } from './stories/pictures.ts'
import { playFiles } from './stories/plays.ts'
import { exportName, type StoryFile } from './stories/story-file.ts'

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

export const storyFiles = (): StoryFile[] => [
  ...playFiles(),
  ...mailFiles(),
  ...pictureFiles(),
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
