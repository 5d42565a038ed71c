/** Waits a moment for what follows an event, so that an answer can already say how it went. */
import type { Engine } from '../engine/engine.ts'
import type { View } from '../engine/view.ts'

/** The actor's view once it is there, or as it is when `patienceMs` is over; null when there is no such actor. */
export async function reached(
  engine: Pick<Engine, 'watch' | 'view'>,
  id: string,
  isThere: (view: View) => boolean,
  patienceMs: number,
): Promise<View | null> {
  for await (const { view } of engine.watch([id], {}, 'system', AbortSignal.timeout(patienceMs)))
    if (isThere(view)) return view
  return engine.view(id, 'system')
}
