/** What each mail is filled with. Types only, so the service and the compiled templates share nothing else. */
import type { IntegrationKind } from '../../../../machines/integration/integration.types.ts'
import type { MemberRole } from '../../../../machines/vocabulary/people.ts'
import type { DunningStep } from '../../../../machines/account/account.types.ts'
import type { Meter } from '../../../../machines/vocabulary/meters.ts'
import type { Money } from '../../../../machines/vocabulary/plans.ts'

/** On every mail. */
export interface Sent {
  /** Where people reach us, e.g. `https://tenure.app`. */
  readonly site: string
}
/** A code and how long it works; `untilMs` in milliseconds since 1970. */
export interface CodeProps extends Sent {
  readonly code: string
  readonly minutes: number
  readonly untilMs: number
}
export interface MailProps {
  /** The code of a sign-up; the link opens a page with a button that does the same. */
  readonly code: CodeProps & { readonly link: string }
  /** To the owner of an account whose address somebody gave in a sign-up. */
  readonly someoneTried: Sent & { readonly link: string }
  readonly reminder: Sent & { readonly name: string; readonly link: string; readonly number: 1 | 2 }
  readonly welcome: Sent & {
    readonly name: string
    readonly company: string
    readonly planName: string
    readonly link: string
  }
  readonly signInCode: CodeProps
  /** To somebody whose password is another one now. `atMs`: when, in milliseconds since 1970. */
  readonly passwordChanged: Sent & { readonly name: string; readonly atMs: number; readonly link: string }
  /** To an address without an account that somebody tried to sign in with. */
  readonly noAccount: Sent & { readonly link: string }
  /** To the owner of a workspace, once an invoice is paid. Times in milliseconds since 1970. */
  readonly receipt: Sent & {
    readonly name: string
    readonly company: string
    readonly planName: string
    /** The invoice's, as the provider numbers it. */
    readonly number: string
    readonly seats: number
    readonly period: { readonly fromMs: number; readonly toMs: number } | null
    readonly amount: Money
    readonly paidAtMs: number
    readonly card: { readonly brand: string; readonly last4: string } | null
    /** The invoice's page at the provider, and the same as a file. */
    readonly link: string | null
    readonly pdfLink: string | null
  }
  /** To somebody whose workspace could not be made after they had paid. */
  readonly refunded: Sent & {
    readonly name: string
    readonly company: string
    readonly planName: string
    readonly amount: Money
    /** What support finds the sign-up by. */
    readonly reference: string
    readonly link: string
  }
  /** To somebody a team wants in. `untilMs`: when the link ends, in milliseconds since 1970. */
  readonly invitation: Sent & {
    readonly inviter: string
    readonly company: string
    readonly role: MemberRole
    readonly link: string
    readonly untilMs: number
    readonly isReminder: boolean
  }
  /** To whoever invited somebody; `name` is theirs, empty where nobody knows it. */
  readonly invitationAnswered: Sent & {
    readonly outcome: 'accepted' | 'declined' | 'expired'
    readonly inviter: string
    readonly name: string
    readonly email: string
    readonly company: string
    readonly link: string
  }
  /** To somebody who was taken off a team; `by` is null when they left. */
  readonly accessRemoved: Sent & { readonly name: string; readonly company: string; readonly by: string | null }
  /** To whoever may manage a workspace. `account`: what it is called at the other company; empty when that is not known. */
  readonly integrationBroken: Sent & {
    readonly name: string
    readonly company: string
    readonly kind: IntegrationKind
    readonly account: string
    readonly link: string
  }
  /** To whoever may pay for a workspace that owes something. */
  readonly dunning: Sent & {
    readonly step: DunningStep
    readonly name: string
    readonly company: string
    readonly amount: Money
    /** The invoice's, as the provider numbers it. */
    readonly number: string
    /** The card that was tried. */
    readonly card: { readonly brand: string; readonly last4: string } | null
    /** When the next step follows, in milliseconds since 1970; null after the last. */
    readonly nextAtMs: number | null
    readonly link: string
    /** The invoice's page at the provider. */
    readonly payLink: string | null
  }
  /** To the same people, once nothing is owed any more. */
  readonly recovered: Sent & {
    readonly name: string
    readonly company: string
    /** Whether something had been closed to them meanwhile. */
    readonly wasClosed: boolean
    readonly link: string
  }
  /** To whoever sees what is paid, once a share of a limit is used. */
  readonly usage: Sent & {
    readonly name: string
    readonly company: string
    /** The meter's name: "Requests". */
    readonly what: string
    readonly unit: Meter['unit']
    readonly kind: Meter['kind']
    /** As 2026-11. */
    readonly month: string
    /** In percent. */
    readonly threshold: number
    readonly used: number
    readonly limit: number
    /** Whether what goes beyond is refused. */
    readonly hard: boolean
    readonly link: string
  }
  /** To the owner who cancelled. */
  readonly cancelled: Leaving & {
    readonly planName: string
    readonly cancelledAtMs: number
    readonly endsAtMs: number
    /** It ends at once, and cannot be undone as it was. */
    readonly atOnce: boolean
    readonly deletedAtMs: number
    readonly link: string
  }
  /** To whoever asked for an export. `bytes` of the file; `sha256` in hexadecimal. */
  readonly exportReady: Leaving & {
    readonly fileName: string
    readonly bytes: number
    readonly sha256: string
    readonly untilMs: number
    readonly link: string
  }
  readonly closingSoon: Leaving & { readonly daysLeft: number; readonly deletedAtMs: number; readonly link: string }
  /** The last mail to the owner of a workspace that is gone. */
  readonly closed: Leaving & {
    readonly number: string
    readonly invoices: number
    readonly invoicesUntilMs: number | null
    /** The certificate's page. */
    readonly link: string
  }
}
interface Leaving extends Sent {
  readonly name: string
  readonly company: string
}
export type MailTemplate = keyof MailProps

export interface RenderedMail {
  readonly subject: string
  readonly html: string
  /** The same words. */
  readonly text: string
}

/** Makes a mail; `stopLink` stands in its foot. What stands between the service and React. */
export type Render = <Template extends MailTemplate>(
  template: Template,
  props: MailProps[Template],
  stopLink?: string | null,
) => Promise<RenderedMail>
