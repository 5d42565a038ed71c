/** The audit log as its page shows it. */
import type { Role } from '../../../ui/Glyph.tsx'

export interface AuditItem {
  readonly id: string
  /** ISO */
  readonly at: string
  /** What was asked for, or what happened. */
  readonly title: string
  /** Who asked, and from where; null for what happened by itself. */
  readonly by: {
    readonly name: string
    readonly role: string
    readonly address: string
    readonly device: string
  } | null
  readonly outcome: { readonly word: string; readonly role: Role }
  /** Why it was refused, in a code support knows. */
  readonly code: string | null
  /** States left and entered, as the chart names them. */
  readonly left: readonly string[]
  readonly entered: readonly string[]
}

/** Whose entries: what people asked for, or everything, also what happened by itself. */
export type AuditScope = 'people' | 'everything'

export interface AuditFilters {
  readonly scope: AuditScope
  readonly refusedOnly: boolean
  /** A user id; the empty text is everybody. */
  readonly person: string
}

/** What walking the chain found. */
export type AuditCheck =
  | { readonly state: 'unasked' | 'walking' | 'unreachable' }
  | { readonly state: 'whole'; readonly entries: number; readonly head: string | null }
  | { readonly state: 'broken'; readonly n: number }
