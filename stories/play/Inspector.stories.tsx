/** The window a player's actors are shown in: it reads the Stately inspector's protocol from the page that opened it. */
import type { StatelyInspectionEvent } from '@statelyai/inspect'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { useEffect, useState } from 'react'
import { openStately } from '../../portal/operator/data/stately.ts'
import { InspectView } from '../../portal/operator/views/InspectView.tsx'

const meta = {
  title: 'Play/Inspector',
  component: InspectorWindow,
  tags: ['!autodocs'],
} satisfies Meta<typeof InspectorWindow>
export default meta
type Story = StoryObj<typeof meta>

function InspectorWindow() {
  const [messages, setMessages] = useState<readonly StatelyInspectionEvent[]>([])
  useEffect(() => {
    const hear = (message: StatelyInspectionEvent) =>
      setMessages((before) => [...before, { ...message, id: message.id ?? String(before.length) }])
    const listening = listen(hear)
    return () => void listening.then((stop) => stop())
  }, [])
  return (
    <main className="tenure-portal">
      <h1 className="tn-hidden">Inspector</h1>
      <InspectView
        messages={messages}
        line={messages.length === 0 ? 'opening' : 'live'}
        note="It is a sample, with whatever you typed."
        onStately={() => handOn(messages)}
      />
    </main>
  )
}

async function listen(hear: (message: StatelyInspectionEvent) => void): Promise<() => void> {
  const { createBrowserReceiver } = await import('@statelyai/inspect')
  return createBrowserReceiver().subscribe(hear).unsubscribe
}

/** Whoever looks at it here may want the picture there. */
function handOn(messages: readonly StatelyInspectionEvent[]): boolean {
  const tell = openStately()
  for (const message of messages) tell?.(message)
  return tell !== null
}

/** Opened by itself, it waits for a player that never comes. */
export const Window: Story = {}
