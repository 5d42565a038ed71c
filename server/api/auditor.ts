/** Where the API writes down what people ask for, and reads it again. */

/** Who asked, as they were at that time, and from where. */
export interface AuditedBy {
  readonly userId: string
  readonly name: string
  readonly role: string
  readonly from: From
}
/** A socket's address, and what the browser says of itself. */
export interface From {
  readonly address: string
  readonly agent: string
}

/** What a call was about: whom or what it changed, and how that was before and after. Never a secret. */
export interface About {
  readonly what?: string
  readonly before?: string
  readonly after?: string
}

export interface AuditedCall {
  readonly tenant: string
  /** The procedure's name, or the type of the event that was to be sent. */
  readonly kind: string
  readonly by: AuditedBy
}

/** One entry as its tenant sees it. Times in milliseconds since 1970. */
export interface AuditLine {
  readonly id: string
  readonly at: number
  readonly kind: string
  readonly flow: string | null
  readonly outcome: 'begun' | 'done' | 'refused' | 'failed'
  /** Why it was refused. */
  readonly code: string | null
  readonly left: readonly string[]
  readonly entered: readonly string[]
  /** Null for what happened by itself. */
  readonly by: AuditedBy | null
  readonly about: About
  /** Its place in the chain; null until it is linked. */
  readonly n: number | null
}

export interface AuditFilter {
  readonly tenant: string
  readonly before?: { readonly at: number; readonly id: string }
  /** Their user id. */
  readonly person?: string
  readonly outcome?: 'done' | 'refused'
  readonly byPeople?: boolean
  readonly since?: number
  readonly until?: number
}

export interface Auditor {
  /** Writes down that a call begins. The answer tells how it ended. */
  begin(call: AuditedCall): Promise<(outcome: 'done' | 'failed' | { refused: string }, about: About) => Promise<void>>
  /** A call that was refused before anything was done. */
  refused(call: AuditedCall, code: string, about: About): Promise<void>
  /** Newest first, up to fifty; `more` when there are older ones. */
  list(filter: AuditFilter): Promise<{ readonly entries: readonly AuditLine[]; readonly more: boolean }>
  /** Walks the tenant's chain from its beginning. `head` is its last link. */
  verify(tenant: string): Promise<{
    readonly entries: number
    readonly head: string | null
    readonly broken: { readonly n: number; readonly reason: string } | null
  }>
}
