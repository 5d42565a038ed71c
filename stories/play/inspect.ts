/**
 * Shows a player's actors in the Stately inspector's own protocol. The package is fetched when somebody asks for it and
 * not before; without an address it opens a window of this Storybook, so nothing leaves this page.
 */
import type { AnyActorRef } from 'xstate'
import type { Player } from './player-types.ts'

/** Where Stately's own inspector stands: another company's page. */
export const STATELY = 'https://stately.ai/inspect'

/** The page of this Storybook that reads the same protocol. */
export const ownWindow = ({ origin, pathname }: Pick<Location, 'origin' | 'pathname'>) =>
  `${origin}${pathname}?id=play-inspector--window&viewMode=story`

/** Tells the window at `url` of every actor there is, and of all that happens from now on. Ends with what it answers. */
export async function inspectAt(url: string, { root }: Player): Promise<() => void> {
  const { createBrowserInspector } = await import('@statelyai/inspect')
  const inspector = createBrowserInspector({ url })
  const children = Object.values(root.getSnapshot().children as Record<string, AnyActorRef>)
  for (const actor of [root, ...children]) inspector.actor(actor, plain(actor.getSnapshot()))
  const { unsubscribe } = root.system.inspect(inspector.inspect)
  return () => {
    unsubscribe()
    inspector.stop()
  }
}

function plain(snapshot: { status: string; value?: unknown; context?: unknown }) {
  const { status, value, context } = snapshot
  return { status: status as 'active', value, context }
}
