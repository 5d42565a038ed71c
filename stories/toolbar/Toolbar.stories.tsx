/** That what the toolbar offers reaches a screen of the widget: its words, its look, its direction, its stillness. */
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, within } from 'storybook/test'
import { OnboardingMoment } from '../OnboardingMoment.tsx'
import { PaymentMoment } from '../PaymentMoment.tsx'
import { brands } from './brands.ts'
import { pseudo } from './pseudo.ts'

const meta = {
  title: 'Flows/As the toolbar wants it',
  // one page has one locale and one look at a time
  tags: ['!autodocs'],
  component: OnboardingMoment,
  args: { moment: 'Profile' },
} satisfies Meta<typeof OnboardingMoment>
export default meta
type Story = StoryObj<typeof meta>

const styleOf = (element: Element) => getComputedStyle(element)

export const InAnotherLocale: Story = {
  globals: { locale: 'pseudo' },
  async play({ canvasElement }) {
    const step = within(canvasElement)
    await step.findByRole('heading', { name: pseudo('Tell us about you') })
    await expect(step.getByRole('textbox', { name: pseudo('Company') })).toBeVisible()
  },
}

export const InAnotherLocaleToPay: Story = {
  globals: { locale: 'pseudo' },
  render: () => <PaymentMoment moment="Card" />,
  async play({ canvasElement }) {
    await within(canvasElement).findByRole('heading', { name: pseudo('Add a card') })
    await expect(
      within(canvasElement).getByRole('button', { name: `${pseudo('Start')} Team ${pseudo('for')} €87.00` }),
    ).toBeVisible()
  },
}

export const InEnglishAgain: Story = {
  async play({ canvasElement }) {
    await within(canvasElement).findByRole('heading', { name: 'Tell us about you' })
  },
}

export const InArabicDirection: Story = {
  globals: { locale: 'ar' },
  async play({ canvasElement }) {
    const heading = await within(canvasElement).findByRole('heading', { name: 'Tell us about you' })
    await expect(styleOf(heading).direction).toBe('rtl')
  },
}

export const AsIndigo: Story = {
  globals: { brand: 'indigo', theme: 'light' },
  async play({ canvasElement }) {
    const button = await within(canvasElement).findByRole('button', { name: 'Continue' })
    await expect(styleOf(button).backgroundColor).toBe('rgb(67, 56, 202)')
  },
}

export const AsIndigoInTheDark: Story = {
  globals: { brand: 'indigo', theme: 'dark' },
  async play({ canvasElement }) {
    const button = await within(canvasElement).findByRole('button', { name: 'Continue' })
    await expect(styleOf(button).backgroundColor).toBe('rgb(165, 160, 255)')
  },
}

export const AsLedger: Story = {
  globals: { brand: 'ledger' },
  async play({ canvasElement }) {
    const heading = await within(canvasElement).findByRole('heading', { name: 'Tell us about you' })
    await expect(styleOf(heading).fontFamily).toBe(brands.ledger['--tenure-font-heading'])
  },
}

export const AsGenerous: Story = { globals: { brand: 'generous', theme: 'light' } }
export const AsGenerousInTheDark: Story = { globals: { brand: 'generous', theme: 'dark' } }
export const AsCompact: Story = { globals: { brand: 'compact', theme: 'light' } }
export const AsCompactInTheDark: Story = { globals: { brand: 'compact', theme: 'dark' } }
export const AsLedgerInTheDark: Story = { globals: { brand: 'ledger', theme: 'dark' } }

/** The arc that turns while we work. */
const turning = (canvas: HTMLElement) => styleOf(canvas.querySelector('.tn-g-turn')!).animationName

export const WithReducedMotion: Story = {
  args: { moment: 'Setting up' },
  globals: { motion: 'reduced' },
  async play({ canvasElement }) {
    await within(canvasElement).findByRole('heading')
    await expect(turning(canvasElement)).toBe('none')
    await expect(styleOf(document.documentElement).getPropertyValue('--tn-step')).toBe('0ms')
    await expect(matchMedia('(prefers-reduced-motion: reduce)').matches).toBe(true)
  },
}

export const WithFullMotion: Story = {
  args: { moment: 'Setting up' },
  globals: { motion: 'full' },
  async play({ canvasElement }) {
    await within(canvasElement).findByRole('heading')
    await expect(turning(canvasElement)).toBe('tn-turn')
    await expect(styleOf(document.documentElement).getPropertyValue('--tn-step')).toBe('320ms')
    await expect(matchMedia('(prefers-reduced-motion: reduce)').matches).toBe(false)
  },
}
