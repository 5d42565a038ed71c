/** What the home page shows. Every amount is raw; the views write it. */
import type { Role } from '../../ui/Glyph.tsx'
import type { Unit } from './amounts.ts'
import type { PortalProblem } from './problems.ts'

/** Something that moves only when someone acts: the customer, or us. */
export interface WaitingItem {
  id: string
  role: Extract<Role, 'problem' | 'person' | 'us'>
  title: string
  /** Why, or until when. */
  detail: string
  /** About how long it still takes, for our work. */
  left?: string
  progress?: { value: number; max: number }
  /** What to do about it; `href` is a page of the portal. */
  action?: { label: string; href: string }
}

export interface Workspace {
  name: string
  planName: string
  /** When they became a customer, ISO. */
  since: string
  /** How long the set-up took, in seconds, if it is worth saying. */
  setUpSeconds: number | null
}

export interface Usage {
  /** "November" */
  month: string
  /** Days so far; the last one is today. */
  days: readonly { day: number; requests: number }[]
  daysInMonth: number
  total: number
  /** Included requests of the month; null without a limit. */
  limit: number | null
}

export interface LimitUse {
  key: string
  label: string
  used: number
  limit: number
  unit: Unit
}

export interface Project {
  id: string
  name: string
  /** ISO */
  createdAt: string
}

export interface ApiKey {
  name: string
  /** The part that may be shown: "tn_live_4f". */
  prefix: string
  /** ISO */
  createdAt: string
  /** It was shown once; nobody can read it any more. */
  revealed: boolean
  /** How many keys work, this one included. */
  count: number
}

/** How an action of the page is doing. */
export interface ActionState {
  busy: boolean
  problem: PortalProblem | null
}
