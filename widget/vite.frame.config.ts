/** The frame: the same React source on preact, because a sign-up must not wait for 66 KB of React. */
import { fileURLToPath } from 'node:url'
import { defineConfig, type Plugin } from 'vite'

const preact = (find: string, replacement: string) => ({ find: new RegExp(`^${find}$`), replacement })

const parentChart = /\/machines\/onboarding\/onboarding\.words\.ts$/
const childChart = /^\.\.\/(payment|provisioning)\/\1\.machine\.ts$/

/**
 * Keeps the charts an onboarding invokes out of the first script.
 *
 * The onboarding's chart names them as its actors, so a bundler brings them along with their guards and actions: 3 KiB
 * before the first field can be typed into. Nobody runs them there: in a page the server's view is all there is, and a
 * chart is only asked where it stands. So the onboarding gets a stand-in that does nothing. Whoever else imports such
 * a chart, as the payment step does to be a remote actor of its own, gets the real one, in a piece of its own.
 *
 * A second onboarding chart without children was rejected: it would be another place where the same rules live.
 */
const childCharts = (): Plugin => ({
  name: 'tenure:child-charts',
  enforce: 'pre',
  resolveId: (source, importer) =>
    importer && parentChart.test(importer) && childChart.test(source)
      ? fileURLToPath(new URL('onboarding/inert-charts.ts', import.meta.url))
      : null,
})

/** An embedded flow's build into `dist/<name>`, from its own entry below `widget/`. */
export const embedded = (name: string, entry: string, plugins: Plugin[] = []) =>
  defineConfig({
    root: fileURLToPath(new URL('.', import.meta.url)),
    base: '/embed/',
    plugins,
    resolve: {
      dedupe: ['preact'],
      alias: [
        preact('react', 'preact/compat'),
        preact('react-dom', 'preact/compat'),
        preact('react-dom/client', 'preact/compat/client'),
        preact('react/jsx-runtime', 'preact/jsx-runtime'),
        preact('react/jsx-dev-runtime', 'preact/jsx-runtime'),
      ],
    },
    build: {
      outDir: fileURLToPath(new URL(`../dist/${name}`, import.meta.url)),
      emptyOutDir: true,
      target: 'baseline-widely-available',
      // The tokens are pairs in light-dark(); for older targets it would be rewritten in a way that cannot be pinned per element.
      cssTarget: ['chrome125', 'firefox128', 'safari18'],
      manifest: true,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: fileURLToPath(new URL(entry, import.meta.url)) },
    },
  })

export default embedded('frame', 'frame/main.tsx', [childCharts()])
