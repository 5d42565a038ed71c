/** What a picture shows besides the chart, and how it is walked. */
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fireEvent, fn, userEvent, within } from 'storybook/test'
import type { Picture } from '../../machines/kit/picture.ts'
import { unpack } from '../../machines/kit/picture-file.ts'
import lifecycle from '../../machines/lifecycle.picture.json'
import { mermaid } from '../../ui/chart/export/mermaid.ts'
import { svgOf } from '../../ui/chart/export/svg.ts'
import { ChartExport } from '../../ui/chart/ChartExport.tsx'
import { LifecyclePicture } from '../../ui/chart/LifecyclePicture.tsx'
import { ChartDetail } from '../../ui/chart/ChartDetail.tsx'
import type { Marks } from '../../ui/chart/marks.ts'
import { pictureOf } from './all.ts'
import { PictureOf } from './PictureOf.tsx'
import large from './large.picture.json'

const meta = { title: 'Pictures/Variants', component: PictureOf } satisfies Meta<typeof PictureOf>
export default meta
type Story = StoryObj<typeof meta>

const phone = { globals: { viewport: { value: 'phone' } } }
const signIn = pictureOf('signIn')
const keyOf = (picture: Picture, source: string, event: string) =>
  picture.transitions.find((one) => one.source === source && one.event === event)!.key

const counts: Marks = {
  states: {
    sendingCode: { count: 12, note: 'median 4 s' },
    verifying: { count: 1041, note: 'median 48 s' },
    mailFailed: { count: 3, note: 'oldest 20 min' },
    finished: { count: 86_412 },
  },
  transitions: { [keyOf(signIn, 'verifying', 'code.accepted')]: { note: '71 %' } },
}
export const Counts: Story = { args: { of: 'signIn', marks: counts, selected: { state: 'verifying' } } }

const journey: Marks = {
  states: {
    sendingCode: { status: 'been', note: 'took 2 s' },
    verifying: { status: 'here', note: 'for 40 s' },
    mailFailed: { status: 'ahead' },
    accepted: { status: 'ahead' },
    finished: { status: 'ahead' },
    refused: { status: 'ahead' },
  },
  transitions: {
    [keyOf(signIn, 'sendingCode', 'xstate.done.actor.sendSignInCode')]: { taken: true, now: true },
    [keyOf(signIn, 'verifying', 'code.accepted')]: { enabled: true },
    [keyOf(signIn, 'verifying', 'code.requested')]: { enabled: true },
  },
}
export const Journey: Story = {
  args: { of: 'signIn', marks: journey, label: 'Sign-in of Mara Lindqvist', onSend: fn() },
}

export const KeyboardWalk: Story = {
  args: { ...Journey.args, of: 'signIn' },
  async play({ args, canvasElement }) {
    const screen = within(canvasElement)
    const verifying = await screen.findByRole('button', { name: /^Verifying/ })
    verifying.focus()
    await userEvent.keyboard('{ArrowDown}')
    await expect(screen.getByRole('button', { name: 'Send code.accepted' })).toHaveFocus()
    await userEvent.keyboard('{Enter}')
    await expect(args.onSend).toHaveBeenCalledWith(expect.objectContaining({ event: 'code.accepted' }))
    await userEvent.keyboard('{ArrowDown}')
    const accepted = screen.getByRole('button', { name: /^Accepted/ })
    await expect(accepted).toHaveFocus()
    await userEvent.keyboard('{Enter}')
    await expect(accepted).toHaveAttribute('aria-pressed', 'true')
    await userEvent.keyboard('{Escape}')
    await expect(accepted).toHaveAttribute('aria-pressed', 'false')
    const before = screen.getByLabelText('Zoom').textContent
    await userEvent.keyboard('-')
    await expect(screen.getByLabelText('Zoom').textContent).not.toBe(before)
  },
}

const placeOf = (canvasElement: HTMLElement) =>
  canvasElement.querySelector('.tn-sc-canvas svg > g')!.getAttribute('transform')

/** Dragged, scrolled, pinched; and what was under the finger is not chosen by it. */
export const Moving: Story = {
  args: { of: 'account' },
  async play({ canvasElement }) {
    const node = await within(canvasElement).findByRole('button', { name: /^Live/ })
    const canvas = canvasElement.querySelector('.tn-sc-canvas')!
    const at = (x: number, y: number, pointerId = 1) => ({ clientX: x, clientY: y, pointerId, button: 0 })

    const opened = placeOf(canvasElement)
    await fireEvent.pointerDown(node, at(300, 600))
    await fireEvent.pointerMove(window, at(300, 300))
    await fireEvent.pointerUp(window, at(300, 300))
    await fireEvent.click(node)
    const dragged = placeOf(canvasElement)
    await expect(dragged).not.toBe(opened)
    await expect(node).toHaveAttribute('aria-pressed', 'false')

    await fireEvent.wheel(canvas, { deltaY: 100 })
    const scrolled = placeOf(canvasElement)
    await expect(scrolled).not.toBe(dragged)

    const zoom = within(canvasElement).getByLabelText('Zoom')
    const before = Number.parseInt(zoom.textContent, 10)
    await fireEvent.pointerDown(canvas, at(300, 300, 1))
    await fireEvent.pointerDown(canvas, at(400, 300, 2))
    await fireEvent.pointerMove(window, at(500, 300, 2))
    await fireEvent.pointerUp(window, at(500, 300, 2))
    await fireEvent.pointerUp(window, at(300, 300, 1))
    await expect(Number.parseInt(zoom.textContent, 10)).toBeGreaterThan(before * 1.5)

    await userEvent.click(within(canvasElement).getByRole('button', { name: 'Show all' }))
    await expect(Number.parseInt(zoom.textContent, 10)).toBeLessThan(before)
    await fireEvent.click(canvasElement.querySelector('[data-transition="open.lifecycle.live/leaving.began/0"]')!)
    await expect(canvasElement.querySelectorAll('[data-selected]')).toHaveLength(2)
  },
}

export const Search: Story = {
  args: { of: 'account' },
  async play({ canvasElement }) {
    const screen = within(canvasElement)
    await userEvent.type(await screen.findByRole('combobox'), 'grace told{Enter}')
    const found = screen.getByRole('button', { name: /^Told/, pressed: true })
    await expect(found).toHaveFocus()
  },
}

export const Selected: Story = { args: { of: 'provisioning', selected: { state: 'needsHuman' } } }
export const OneTransition: Story = {
  args: { of: 'card', selected: { transition: pictureOf('card').transitions[4]!.key } },
}
export const FocusMode: Story = { args: { of: 'payment', selected: { state: 'checking' }, focusMode: true } }
export const Dark: Story = { args: { of: 'provisioning' }, globals: { theme: 'dark' } }
export const RightToLeft: Story = { args: { of: 'signIn', marks: counts }, globals: { direction: 'rtl' } }
export const OnAPhone: Story = { args: { of: 'onboarding' }, ...phone }
export const AsAList: Story = { args: { of: 'signIn', marks: journey, as: 'list', onSend: fn() } }
export const ListOfTheLargest: Story = { args: { of: 'account', as: 'list', selected: { state: 'open.plan.paying' } } }
export const ListOnAPhone: Story = { args: { of: 'signIn', marks: counts, as: 'list' }, ...phone }

export const ListJumps: Story = {
  args: { of: 'signIn', as: 'list' },
  async play({ canvasElement }) {
    const screen = within(canvasElement)
    await userEvent.click(screen.getByRole('button', { name: 'session.begun leads to Finished' }))
    await expect(screen.getByRole('button', { name: /^Finished/, pressed: true })).toHaveFocus()
  },
}

const hostileName = '<img src=x onerror="alert(1)"> & \u202Eyenom eht\u202C </text><script>alert(2)</script>'
const hostile: Picture = {
  ...signIn,
  title: hostileName,
  states: signIn.states.map((state) => ({ ...state, name: hostileName, description: hostileName })),
  transitions: signIn.transitions.map((transition) => ({ ...transition, description: hostileName })),
}
const hostileMarks: Marks = {
  states: { verifying: { count: 123_456_789, note: `💥 ${hostileName}` }, accepted: { note: hostileName } },
}
export const HostileNames: Story = {
  args: { of: hostile, marks: hostileMarks },
  async play({ canvasElement }) {
    await within(canvasElement).findAllByText(/^<img/)
    await expect(canvasElement.querySelector('img, script')).toBeNull()
    for (const node of canvasElement.querySelectorAll<SVGGElement>('.tn-sc-node')) {
      const edge = node.querySelector('.tn-sc-box')!.getBoundingClientRect()
      for (const text of node.querySelectorAll('text'))
        await expect(text.getBoundingClientRect().right).toBeLessThanOrEqual(edge.right)
    }
  },
}
export const HostileList: Story = { args: { of: hostile, marks: hostileMarks, as: 'list' }, ...phone }

export const TwoHundredStates: Story = { args: { of: unpack(large as never) } }

export const DrawnInTime: Story = {
  args: { of: 'account' },
  async play({ canvasElement }) {
    const screen = within(canvasElement)
    const canvas = canvasElement.querySelector('.tn-sc-canvas')!
    await userEvent.click(screen.getByRole('radio', { name: 'List' }))
    await expect(canvasElement.contains(canvas)).toBe(false)
    const from = performance.now()
    await userEvent.click(screen.getByRole('radio', { name: 'Picture' }))
    await screen.findAllByRole('button', { name: /^Told/ })
    await expect(performance.now() - from).toBeLessThan(1000)
  },
}

/** `ui/chart/ChartDetail.tsx` in a side panel. */
export const Detail: Story = {
  args: { of: 'account' },
  render: () => {
    const account = pictureOf('account')
    const way = account.transitions.find(({ guard }) => guard !== null)!
    return (
      <main
        className="tenure-portal"
        style={{ display: 'flex', flexWrap: 'wrap', gap: 20, background: 'var(--tn-surface)' }}
      >
        {[
          { state: 'open.standing.owing.grace.told' },
          { state: 'open.plan.steady' },
          { transition: way.key },
          null,
        ].map((chosen) => (
          <div key={JSON.stringify(chosen)} style={{ width: 304 }}>
            <ChartDetail picture={account} chosen={chosen} onChoose={() => {}} />
          </div>
        ))}
      </main>
    )
  },
}

/** `ui/chart/LifecyclePicture.tsx`: every chart, and which sets which going. */
export const Lifecycle: Story = {
  args: { of: 'account', onSend: fn() },
  render: ({ onSend }) => (
    <main className="tenure-portal" style={{ height: '100vh' }}>
      <LifecyclePicture
        picture={lifecycle as unknown as Picture}
        marks={{ account: { count: 1248 }, onboarding: { count: 115 } }}
        onOpen={(chart) => onSend?.(chart as never)}
      />
    </main>
  ),
  async play({ args, canvasElement }) {
    await userEvent.click(await within(canvasElement).findByRole('button', { name: /^A workspace.s account/ }))
    await expect(args.onSend).toHaveBeenCalledWith('account')
  },
}

/** `ui/chart/ChartExport.tsx`. */
export const Export: Story = {
  args: { of: 'card' },
  render: () => (
    <main className="tenure-portal" style={{ height: '100vh' }}>
      <ChartExport
        name="card"
        svg={() => svgOf(pictureOf('card'))}
        mermaid={() => mermaid(pictureOf('card'))}
        xstate={() => '{}'}
      />
    </main>
  ),
  async play({ canvasElement }) {
    await userEvent.click(within(canvasElement).getByRole('button', { name: 'Export' }))
    const menu = within(document.body)
    await expect(menu.getAllByRole('menuitem').map((item) => item.textContent)).toEqual([
      'Picture (SVG)',
      'Mermaid',
      'XState (JSON)',
    ])
    await userEvent.keyboard('{Escape}')
  },
}
