/** What the sections of the settings show. Moments are ISO; the views write them. */
import type { Channel, NoticeClass } from '../../../machines/vocabulary/notices.ts'
import type { Occupation } from '../../../machines/vocabulary/people.ts'
import type { PortalProblem } from '../problems.ts'

/** How a form is doing. */
export interface Saving {
  busy: boolean
  problem: PortalProblem | null
  /** The last one was saved. */
  saved: boolean
}

export interface Profile {
  name: string
  email: string
  occupation: Occupation
}

export interface PreferenceRow {
  class: NoticeClass
  /** It cannot be switched off. */
  mandatory: boolean
  /** The ways it comes, with whether it is wanted. */
  channels: readonly { channel: Channel; wanted: boolean }[]
}

export interface SessionRow {
  name: string
  /** "Firefox on Windows" */
  device: string
  beganAt: string
  /** To the hour. */
  seenAt: string
  isThis: boolean
}

export interface ApiKeyRow {
  id: string
  name: string
  prefix: string
  /** Whoever made it; null: it was made at set-up. */
  maker: string | null
  createdAt: string
  /** To the minute; null: never. */
  usedAt: string | null
}
