/** The mails, ready to send. Built once for Node, because Node runs no TSX; tests import this file as it is. */
import { createElement, type ReactNode } from 'react'
import { render as toHtml, toPlainText } from 'react-email'
import {
  NoAccountMail,
  noAccountSubject,
  PasswordChangedMail,
  passwordChangedSubject,
  SomeoneTriedMail,
  someoneTriedSubject,
} from './AccountMail.tsx'
import { CodeMail, codeSubject, SignInCodeMail } from './CodeMail.tsx'
import { DunningMail, dunningSubject, RecoveredMail, recoveredSubject } from './DunningMail.tsx'
import {
  CancelledMail,
  cancelledSubject,
  ClosedMail,
  closedSubject,
  ClosingSoonMail,
  closingSoonSubject,
} from './LeavingMail.tsx'
import { ExportReadyMail, exportReadySubject } from './ExportMail.tsx'
import { IntegrationBrokenMail, integrationBrokenSubject } from './IntegrationMail.tsx'
import { StopLink } from './Letter.tsx'
import { ReceiptMail, receiptSubject, RefundedMail, refundedSubject } from './MoneyMail.tsx'
import type { MailProps, MailTemplate, Render } from './props.ts'
import { ReminderMail, reminderSubject } from './ReminderMail.tsx'
import {
  AccessRemovedMail,
  accessRemovedSubject,
  InvitationAnsweredMail,
  invitationAnsweredSubject,
  InvitationMail,
  invitationSubject,
} from './TeamMail.tsx'
import { UsageMail, usageSubject } from './UsageMail.tsx'
import { WelcomeMail, welcomeSubject } from './WelcomeMail.tsx'

type Mails = { [Template in MailTemplate]: Mail<MailProps[Template]> }
interface Mail<Props> {
  readonly subject: (props: Props) => string
  readonly body: (props: Props) => ReactNode
}

const mails: Mails = {
  code: { subject: codeSubject, body: CodeMail },
  someoneTried: { subject: someoneTriedSubject, body: SomeoneTriedMail },
  reminder: { subject: reminderSubject, body: ReminderMail },
  welcome: { subject: welcomeSubject, body: WelcomeMail },
  signInCode: { subject: codeSubject, body: SignInCodeMail },
  passwordChanged: { subject: passwordChangedSubject, body: PasswordChangedMail },
  noAccount: { subject: noAccountSubject, body: NoAccountMail },
  receipt: { subject: receiptSubject, body: ReceiptMail },
  refunded: { subject: refundedSubject, body: RefundedMail },
  invitation: { subject: invitationSubject, body: InvitationMail },
  invitationAnswered: { subject: invitationAnsweredSubject, body: InvitationAnsweredMail },
  accessRemoved: { subject: accessRemovedSubject, body: AccessRemovedMail },
  integrationBroken: { subject: integrationBrokenSubject, body: IntegrationBrokenMail },
  dunning: { subject: dunningSubject, body: DunningMail },
  recovered: { subject: recoveredSubject, body: RecoveredMail },
  usage: { subject: usageSubject, body: UsageMail },
  cancelled: { subject: cancelledSubject, body: CancelledMail },
  exportReady: { subject: exportReadySubject, body: ExportReadyMail },
  closingSoon: { subject: closingSoonSubject, body: ClosingSoonMail },
  closed: { subject: closedSubject, body: ClosedMail },
}

/** A mail with its subject, as HTML and as text with the same words. */
export const render: Render = async (template, props, stopLink = null) => {
  const { subject, body } = mails[template] as Mail<typeof props>
  const Body = body
  const html = await toHtml(createElement(StopLink.Provider, { value: stopLink }, createElement(Body, props)))
  return { subject: subject(props), html, text: toPlainText(html, textOptions) }
}

const textOptions = {
  wordwrap: 72,
  selectors: [
    { selector: 'h1', options: { uppercase: false } },
    { selector: 'hr', format: 'skip' },
    { selector: 'table.facts', format: 'dataTable', options: { colSpacing: 2 } },
  ],
}
