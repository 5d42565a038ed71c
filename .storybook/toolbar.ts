/** What the toolbar lets one choose. `network` and `faults` are for stories that play a flow; the rest reaches every story. */
import type { Preview } from '@storybook/react-vite'
import type { Brand } from '../stories/toolbar/brands.ts'
import type { Motion } from '../stories/toolbar/motion.ts'
import type { Locale } from '../stories/toolbar/speak.ts'

type GlobalType = NonNullable<Preview['globalTypes']>[string]
type Icon = NonNullable<GlobalType['toolbar']>['icon']

/** `titles` by value, in the order of the menu; short, because seven of them stand in one row. */
const choice = <Value extends string>(title: string, icon: Icon, titles: Record<Value, string>): GlobalType => ({
  description: title,
  toolbar: {
    title,
    icon,
    items: Object.entries<string>(titles).map(([value, words]) => ({ value, title: words })),
    dynamicTitle: true,
  },
})

export const globalTypes: Record<string, GlobalType> = {
  theme: choice('Theme', 'contrast', { auto: 'System theme', light: 'Light', dark: 'Dark' }),
  brand: choice<Brand>('Brand of the widget', 'paintbrush', {
    tenure: 'Tenure',
    indigo: 'Indigo',
    ledger: 'Ledger',
    generous: 'Generous',
    compact: 'Compact',
  }),
  locale: choice<Locale>('Words of the widget', 'globe', {
    en: 'English',
    pseudo: 'Pseudo',
    de: 'German numbers',
    ar: 'Arabic, right to left',
  }),
  direction: choice('Direction', 'transfer', {
    auto: 'Own direction',
    ltr: 'Left to right',
    rtl: 'Right to left',
  }),
  motion: choice<Motion>('Motion', 'accessibility', { auto: 'System motion', reduced: 'Reduced', full: 'Full' }),
  network: choice('Network of stories that play', 'rss', {
    fast: 'Fast',
    slow: 'Slow',
    offline: 'Offline',
  }),
  faults: choice('Errors in stories that play', 'lightning', {
    none: 'No errors',
    'effects fail': 'Effects fail',
    'answers refused': 'Answers are refused',
  }),
}

export const initialGlobals = {
  theme: 'auto',
  brand: 'tenure',
  locale: 'en',
  direction: 'auto',
  motion: 'auto',
  network: 'fast',
  faults: 'none',
}
