/** What the HTTP side stands on besides the API's ports. */
import type { OperatorCaller } from '../api/caller.ts'
import type { ApiPorts } from '../api/ports.ts'
import type { Config } from '../config.ts'
import type { Certificates } from '../records/certificates/certificates.ts'
import type { ExportFiles } from '../records/exports/export-files.ts'
import type { FormSources } from './headers.ts'
import type { WebhookInbox } from './routes.webhooks.ts'

/** Who is signed in, and how a session begins. Done by `services/identity`. */
export interface Sessions {
  handler(request: Request): Promise<Response>
  from(headers: Headers): Promise<{ userId: string; email: string; name: string; sessionId: string } | null>
  /** The account of an address, or null. */
  accountOf(email: string): Promise<string | null>
  /** Ends the session of these headers' cookies and answers with the cookies that clear them. */
  signOut(headers: Headers): Promise<readonly string[]>
  /** Begins a session and answers with its cookies. */
  begin(userId: string, headers: Headers): Promise<readonly string[]>
}

/** Who is signed in to the console. Done by `services/identity`. */
export interface OperatorSessions {
  handler(request: Request): Promise<Response>
  from(headers: Headers): Promise<Omit<OperatorCaller, 'kind'> | null>
  any(): Promise<boolean>
  create(operator: { email: string; name: string; password: string }): Promise<boolean>
}

/** The pages that exist only while a peer is the sandbox. */
export interface Sandbox {
  /** Null when mails are really sent. */
  readonly mailbox: {
    page(selected: string | null): Promise<string>
    json(to: string | null): Promise<unknown>
  } | null
  /** Null when Stripe is the real one. */
  readonly stripe: {
    page(): string
    /** Its script for browsers, as built. */
    readonly script: string
  } | null
  /** Null when every company a workspace can be connected to is the real one. */
  readonly integrations: {
    page(): string
    /** Takes a key back there, or makes it work again. What it does not know it leaves alone. */
    act(what: string, kind: string): void
  } | null
  advance(ms: number): void
}

export interface HttpPorts extends ApiPorts {
  readonly config: Config
  readonly sessions: Sessions
  readonly operators: OperatorSessions
  /** Null when every peer is a real one. */
  readonly sandbox: Sandbox | null
  /** What the page that asks for a card may load and call. */
  readonly formSources: FormSources
  /** Hands the shares of limits that were reached over to the tenant's account. */
  readonly usageCrossed: (tenant: string) => Promise<void>
  readonly exportFiles: ExportFiles
  readonly certificates: Certificates
  /** Checks what was signed, and shows anybody with what. */
  readonly certificateKey: { readonly jwk: object; verify(jws: string, text: string): boolean }
  /** Where the payment provider's events go; null takes none. */
  readonly webhooks: WebhookInbox | null
  /** Where the built files are. */
  readonly built: string
  /** Whether the store answers. */
  readonly ready: () => Promise<boolean>
  readonly metrics: () => Promise<string>
  readonly onRequestError: (error: unknown, method: string, route: string) => void
}
