/**
 * What we tell people, in classes they may switch off or not, and by which ways. One table, asked wherever a mail or a
 * notice goes out, and shown in the settings.
 *
 * Mandatory are those without which somebody could lose their account, their money or their data; a lifecycle step that
 * may only follow its notice is among them.
 */

export const channels = ['mail', 'app'] as const
export type Channel = (typeof channels)[number]

export const noticeClasses = ['security', 'billing', 'leaving', 'team', 'usage', 'integrations', 'product'] as const
export type NoticeClass = (typeof noticeClasses)[number]

export const optionalClasses = ['team', 'usage', 'integrations', 'product'] as const satisfies readonly NoticeClass[]
export type OptionalClass = (typeof optionalClasses)[number]

export const isOptional = (one: NoticeClass): one is OptionalClass =>
  (optionalClasses as readonly string[]).includes(one)

/** Every mail there is, by its template. */
export const mailClasses = {
  code: 'security',
  someoneTried: 'security',
  signInCode: 'security',
  noAccount: 'security',
  passwordChanged: 'security',
  accessRemoved: 'security',
  // to somebody who is in no workspace yet, and cannot come in without it
  invitation: 'security',
  receipt: 'billing',
  refunded: 'billing',
  dunning: 'billing',
  recovered: 'billing',
  cancelled: 'leaving',
  exportReady: 'leaving',
  closingSoon: 'leaving',
  closed: 'leaving',
  invitationAnswered: 'team',
  usage: 'usage',
  integrationBroken: 'integrations',
  reminder: 'product',
  welcome: 'product',
} as const satisfies Readonly<Record<string, NoticeClass>>

/** Every notice in the portal, by its template. */
export const appClasses = {
  receipt: 'billing',
  dunning: 'billing',
  recovered: 'billing',
  exportReady: 'leaving',
  closingSoon: 'leaving',
  'invitation.accepted': 'team',
  'invitation.declined': 'team',
  'invitation.expired': 'team',
  usage: 'usage',
  integrationBroken: 'integrations',
  welcome: 'product',
} as const satisfies Readonly<Record<string, NoticeClass>>
export type AppTemplate = keyof typeof appClasses

/** By which ways a class comes at all. */
export const channelsOf: Readonly<Record<NoticeClass, readonly Channel[]>> = {
  security: ['mail'],
  billing: ['mail', 'app'],
  leaving: ['mail', 'app'],
  team: ['mail', 'app'],
  usage: ['mail', 'app'],
  integrations: ['mail', 'app'],
  product: ['mail', 'app'],
}
