/**
 * Three kinds of test: `unit` beside the code it tests, `storybook` (every story, in Chromium, with its accessibility
 * check) and `e2e` (a person's story against the built server).
 */
import { fileURLToPath } from 'node:url'
import { storybookTest } from '@storybook/addon-vitest/vitest-plugin'
import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { playwright } from '@vitest/browser-playwright'
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config'
import { resolveChromium } from './scripts/chromium.ts'

/** Two slow cores shared with others must not fail a test that is right. */
const patience = { testTimeout: 30_000, hookTimeout: 60_000 }

const unit: TestProjectInlineConfiguration = {
  test: {
    ...patience,
    name: 'unit',
    environment: 'node',
    include: ['{machines,server,widget,portal,ui,sandbox,stories,scripts}/**/*.test.{ts,tsx}'],
    exclude: ['**/node_modules/**', '**/dist/**'],
    // better-sqlite3 is native: a process of its own per file, as in production
    pool: 'forks',
    maxWorkers: 2,
  },
}

const e2e: TestProjectInlineConfiguration = {
  test: {
    name: 'e2e',
    environment: 'node',
    include: ['e2e/**/*.test.ts'],
    setupFiles: ['e2e/support/leave-nothing.ts'],
    // a journey includes mail, payment and provisioning; journeys share one machine, so one at a time
    testTimeout: 120_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 15_000 } },
    // a real browser on two busy cores now and then misses a beat; what fails twice is a failure
    retry: 1,
    pool: 'forks',
    maxWorkers: 1,
    fileParallelism: false,
  },
}

/** A function, because only making it already loads Storybook's configuration and looks for a browser. */
async function storybook(): Promise<TestProjectInlineConfiguration> {
  const launchOptions = {
    executablePath: await resolveChromium(),
    args: ['--no-sandbox', '--disable-dev-shm-usage'],
  }
  return {
    plugins: [
      react(),
      tailwindcss(),
      storybookTest({ configDir: fileURLToPath(new URL('.storybook', import.meta.url)) }),
    ],
    test: {
      ...patience,
      name: 'storybook',
      browser: {
        enabled: true,
        headless: true,
        screenshotFailures: false,
        provider: playwright({ launchOptions }),
        instances: [{ browser: 'chromium' }],
      },
    },
  }
}

/** Whether `--project` asks for this one; without it, every one is asked for. */
function isWanted(name: string): boolean {
  const words = process.argv.flatMap((word) => word.split('='))
  const asked = words.filter((_, index) => words[index - 1] === '--project')
  return asked.length === 0 || asked.includes(name)
}

export default defineConfig(async () => ({
  test: {
    passWithNoTests: false,
    projects: [unit, e2e, ...(isWanted('storybook') ? [await storybook()] : [])],
  },
}))
