/** The flow map: the whole lifecycle, one flow with its numbers, a state and who is in it. */
import type { Meta, StoryObj } from '@storybook/react-vite'
import { useState } from 'react'
import { expect, within } from 'storybook/test'
import type { FlowSeen, WhoPage } from '../../portal/operator/data/types.ts'
import { FlowFilters } from '../../portal/operator/views/FlowFilters.tsx'
import { FlowView } from '../../portal/operator/views/FlowView.tsx'
import type { Filter } from '../../portal/operator/filter.ts'
import type { Chosen } from '../../ui/chart/marks.ts'
import { pictureOf } from '../pictures/all.ts'
import { ConsoleFrame } from './ConsoleFrame.tsx'

const NOW = Date.UTC(2026, 10, 25, 12)
const overview = { flows: [], versions: { onboarding: ['1'] }, tiers: ['none', 'free', 'team'] }

/** Numbers that differ from state to state, and are the same at every look. */
function numbersOf(flow: string, scale: number): FlowSeen {
  const { states, transitions } = pictureOf(flow)
  return {
    now: NOW,
    states: states.map(({ path, kind }, index) => ({
      state: path,
      here: Math.round(((index * 37) % 91) * scale),
      entered: Math.round((200 + index * 13) * scale),
      stillHere: kind === 'atomic' ? Math.round(((index * 37) % 91) * scale) : null,
      left: Math.round((150 + index * 11) * scale),
      dropOff: scale === 0 ? null : ((index * 7) % 40) / 100,
      medianStayMs: scale === 0 || kind !== 'atomic' ? null : 900 * 3 ** (index % 12),
    })),
    transitions: transitions.map(({ key }, index) => ({
      transition: key,
      taken: Math.round(((index * 53) % 400) * scale),
      share: scale === 0 ? null : ((index * 17) % 100) / 100,
      medianMs: scale === 0 ? null : 700 * 3 ** (index % 12),
    })),
  }
}

const who: WhoPage = {
  now: NOW,
  next: null,
  actors: ['Harrow & Pine', 'Oakline Dental', null, '<b>Kestrel</b> Freight'].map((name, index) => ({
    actor: `onb_018f2c7d-000${index}`,
    since: NOW - (index + 1) * 86_400_000 * 3,
    tenant: name === null ? null : { id: `ten_${index}`, name },
  })),
}

interface FlowStoryProps {
  flow: string
  scale: number
  chosen: Chosen
  who: readonly WhoPage[] | null
}
function FlowStory({ flow, scale, chosen: first, who }: FlowStoryProps) {
  const [chosen, setChosen] = useState<Chosen>(first)
  const [filter, setFilter] = useState<Filter>({})
  const picture = pictureOf(flow)
  return (
    <ConsoleFrame
      title={<h1 className="truncate text-title font-semibold">{picture.title}</h1>}
      tools={<FlowFilters {...{ flow, filter, overview, now: NOW, onFilter: setFilter }} />}
    >
      <FlowView
        picture={picture}
        flow={numbersOf(flow, scale)}
        configuration="{}"
        chosen={chosen}
        who={who}
        hasMore={who !== null}
        onMore={() => {}}
        onChoose={setChosen}
      />
    </ConsoleFrame>
  )
}

const meta = { title: 'Console/Flow map', component: FlowStory } satisfies Meta<typeof FlowStory>
export default meta
type Story = StoryObj<typeof meta>

export const SigningUp: Story = { args: { flow: 'onboarding', scale: 1, chosen: null, who: null } }
export const AState: Story = {
  args: { flow: 'onboarding', scale: 1, chosen: { state: 'signUp.codeExpired' }, who: [who] },
  async play({ canvasElement }) {
    const page = within(canvasElement)
    await expect(page.getByText('<b>Kestrel</b> Freight')).toBeVisible()
    await expect(page.getByText('A visitor')).toBeVisible()
  },
}
export const ALine: Story = {
  args: { flow: 'onboarding', scale: 1, chosen: { transition: 'signUp.verifying/code.accepted/0' }, who: null },
}
export const WhoIsAskedFor: Story = {
  args: { flow: 'account', scale: 1, chosen: { state: 'open.standing.good' }, who: null },
}
export const NobodyYet: Story = {
  args: { flow: 'invitation', scale: 0, chosen: { state: 'accepted' }, who: [{ ...who, actors: [] }] },
}
export const OnAPhone: Story = {
  args: { flow: 'onboarding', scale: 1, chosen: { state: 'signUp.codeExpired' }, who: [who] },
  globals: { viewport: { value: 'phone' } },
}
