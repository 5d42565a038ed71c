/** One actor in the console: now, in the past, between microsteps, standing still, and when it cannot be read. */
import type { Meta, StoryObj } from '@storybook/react-vite'
import { useState } from 'react'
import { expect, userEvent, within } from 'storybook/test'
import { accountFlow } from '../../machines/account/account.flow.ts'
import { input as onboardingInput, onboardingFixtures } from '../../machines/onboarding/onboarding.fixtures.ts'
import { onboardingFlow } from '../../machines/onboarding/onboarding.flow.ts'
import type { At } from '../../portal/operator/journey.ts'
import { ActorTitle } from '../../portal/operator/views/ActorTitle.tsx'
import { ActorView } from '../../portal/operator/views/ActorView.tsx'
import type { Chosen } from '../../ui/chart/marks.ts'
import { pictureOf } from '../pictures/all.ts'
import { ConsoleFrame } from './ConsoleFrame.tsx'
import { bare, type Journey, journeyOf } from './journey.ts'

const eventsOf = (name: string) => onboardingFixtures.find((one) => one.name === name)!.events
const signUp = (name: string) => journeyOf(onboardingFlow, onboardingInput, eventsOf(name))
const ready = await signUp('Ready, paid')
const givingBack = await signUp('Set-up failed, money given back')
const account = await journeyOf(accountFlow, { tenantId: 'ten_018f2c7d', accountId: 'acc_018f2c7d' }, [])

interface ActorStoryProps {
  journey: Journey
  at: At | null
  isWhole?: boolean
}

/** The page, with its state in memory. */
function ActorStory({ journey, at: first, isWhole = true }: ActorStoryProps) {
  const [at, setAt] = useState<At | null>(first)
  const [chosen, setChosen] = useState<Chosen>(null)
  const { actor, entries, standing } = journey
  return (
    <ConsoleFrame title={<ActorTitle actor={actor} at={at} />}>
      <ActorView
        actor={actor}
        picture={actor.readable === 'unknown' ? null : pictureOf(actor.flow)}
        entries={entries}
        isWhole={isWhole}
        standing={actor.readable === 'yes' ? standing(at?.seq ?? actor.seq) : null}
        at={at}
        chosen={chosen}
        onChoose={setChosen}
        onGoTo={setAt}
      />
    </ConsoleFrame>
  )
}

const meta = { title: 'Console/Actor', component: ActorStory } satisfies Meta<typeof ActorStory>
export default meta
type Story = StoryObj<typeof meta>

export const Now: Story = { args: { journey: ready, at: null } }
export const Past: Story = { args: { journey: ready, at: { seq: 4, micro: null } } }
/** Giving money back ends in two transitions at once: each can be looked at. */
export const Microsteps: Story = {
  args: { journey: givingBack, at: { seq: givingBack.entries.length, micro: 1 } },
  async play({ canvasElement }) {
    const page = within(canvasElement)
    await expect(page.getByText(/microstep 1 of 2/)).toBeVisible()
    await userEvent.click(page.getByRole('button', { name: 'One step on' }))
    await expect(page.queryByText(/microstep 1 of 2/)).toBeNull()
  },
}
export const Regions: Story = { args: { journey: account, at: null } }
export const StandsStill: Story = {
  args: {
    journey: {
      ...ready,
      actor: {
        ...ready.actor,
        incident: {
          code: 'guard.threw',
          message: 'The guard isPaid threw on provisioning.progressed.',
          at: ready.actor.at,
        },
        timers: [{ id: 'handOverLifetime', dueAt: ready.actor.now + 3_600_000 }],
        effects: [
          {
            id: 'sendCode',
            src: 'sendCode',
            attempt: 3,
            dueAt: ready.actor.now + 24_000,
            working: false,
            progress: null,
          },
        ],
        children: [{ id: 'onboarding_018f2c7d/provisioning#1', invoke: 'provisioning', flow: 'provisioning' }],
        enabled: ['workspace.opened'],
      },
    },
    at: null,
  },
  async play({ canvasElement }) {
    const page = within(canvasElement)
    await userEvent.click(page.getByRole('radio', { name: 'Beside it' }))
    await expect(page.getByText('It stands still: guard.threw.')).toBeVisible()
    await expect(page.getByText('try 3')).toBeVisible()
  },
}
export const UnknownVersion: Story = { args: { journey: bare(ready, 'unknown'), at: null } }
export const Erased: Story = { args: { journey: bare(ready, 'erased'), at: null } }

/** Ten thousand lines: a page of them is at hand, and the slider goes over all. */
const long: Journey = {
  ...ready,
  actor: { ...ready.actor, seq: 10_000 },
  entries: Array.from({ length: 500 }, (_, index) => ({
    ...ready.entries[4 + (index % (ready.entries.length - 4))]!,
    seq: 4751 + index,
    at: ready.actor.bornAt + index * 60_000,
  })),
  standing: () => ready.standing(5),
}
export const TenThousandLines: Story = {
  args: { journey: long, at: { seq: 5000, micro: null }, isWhole: false },
  async play({ canvasElement }) {
    const page = within(canvasElement)
    await expect(page.getByText('Lines 4,751 to 5,250 of 10,000')).toBeVisible()
    await expect(page.getByText(/entry 5,000 of 10,000/)).toBeVisible()
  },
}

const hostile = '<img src=x onerror=alert(1)>\u202e‮'.repeat(4)
export const HostileNames: Story = {
  args: {
    journey: {
      ...ready,
      actor: { ...ready.actor, tenant: { id: 'ten_1', name: hostile, plan: hostile }, enabled: [hostile] },
      entries: ready.entries.map((entry) => ({ ...entry, type: hostile, payload: { [hostile]: hostile } })),
    },
    at: null,
  },
  async play({ canvasElement }) {
    await expect(canvasElement.querySelector('img')).toBeNull()
  },
}
export const OnAPhone: Story = { args: { journey: ready, at: null }, globals: { viewport: { value: 'phone' } } }
