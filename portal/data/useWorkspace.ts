/** Which of their workspaces somebody is in: the one they came for, else the one they were in last, else the first. */
import { useState } from 'react'

const KEY = 'tenure.workspace'

export interface Workspaces<Workspace> {
  /** Undefined when there is none at all. */
  readonly current: Workspace | undefined
  readonly others: readonly Workspace[]
  enter(id: string): void
}

/** An accepted invitation leads to `?workspace=…`. A name that is none of theirs counts for nothing. */
export function useWorkspace<Workspace extends { readonly id: string }>(
  all: readonly Workspace[],
): Workspaces<Workspace> {
  const [chosen, setChosen] = useState(() => asked() ?? kept())
  const current = all.find(({ id }) => id === chosen) ?? all[0]
  return {
    current,
    others: all.filter((one) => one !== current),
    enter(id) {
      keep(id)
      setChosen(id)
    },
  }
}

function asked(): string | null {
  const id = new URLSearchParams(location.search).get('workspace')
  if (id === null) return null
  keep(id)
  // a reload after going elsewhere must not lead back
  history.replaceState(null, '', location.pathname)
  return id
}

/** A browser may keep nothing; then it is asked for at each visit. */
function kept(): string | null {
  try {
    return localStorage.getItem(KEY)
  } catch {
    return null
  }
}

function keep(id: string): void {
  try {
    localStorage.setItem(KEY, id)
  } catch {
    // kept in this page's memory only
  }
}
