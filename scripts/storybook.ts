/** `npm run storybook`: every screen in every state, on http://127.0.0.1:6006. Further words go to Storybook. */
import { runTool } from './child.ts'

const args = ['dev', '--port', '6006', '--ci', '--no-version-updates', ...process.argv.slice(2)]
process.exitCode = await runTool('storybook', args, { STORYBOOK_DISABLE_TELEMETRY: '1' })
