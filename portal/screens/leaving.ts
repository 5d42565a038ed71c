/** The server's views of a leaving and of an export as the page shows them. */
import type { OffboardingView } from '../../machines/offboarding/offboarding.view.ts'
import type { View } from '../../widget/client/wire.ts'
import type { ExportMoment, LeaveMoment } from '../views/leave/leave-types.ts'

type Value = View['value']

/** The path of the first leaf: in a parallel state the region that stands first tells the most. */
export function pathIn(value: Value): string {
  if (typeof value === 'string') return value
  const [[name, below] = ['', '']] = Object.entries(value)
  return `${name}.${pathIn(below as Value)}`
}

/** Somebody who comes back is shown that, and not the countdown beside it. */
function stateOf(value: Value): string {
  const isTaken = typeof value === 'object' && JSON.stringify(value).includes('"wayBack":"taken"')
  return isTaken ? 'retrieval.wayBack.taken' : pathIn(value)
}

export const leaveMomentOf = (view: View | null, mayLeave: boolean): LeaveMoment => ({
  state: view && stateOf(view.value),
  facts: view && (view.context as unknown as OffboardingView),
  mayLeave,
})

export function exportMomentOf(view: View | null): ExportMoment {
  const nothing = { fileName: null, sections: [], file: null, expiresAt: null }
  const state = view && pathIn(view.value)
  const facts = (view?.context ?? nothing) as unknown as Omit<ExportMoment, 'state' | 'progress'>
  return { ...facts, state, progress: view?.effects.find(({ src }) => src === 'writeExport')?.progress ?? null }
}
