/**
 * How the charts make one lifecycle: which belong together, and who sets whom going. That a chart invokes another stands
 * in the chart; what is told from outside it stands here, with its reason, because no chart knows of the other.
 */

export interface LifecycleGroup {
  readonly key: string
  readonly name: string
  /** Where it stands on the overview: columns and rows of cards from the upper left, and how many of its cards make a row. */
  readonly at: { readonly column: number; readonly row: number; readonly across: number }
  /** Charts by id. */
  readonly charts: readonly string[]
}

/** In the order a customer meets them: from left to right, then down. */
export const lifecycleGroups: readonly LifecycleGroup[] = [
  { key: 'signingUp', name: 'Signing up', at: { column: 0, row: 0, across: 2 }, charts: ['signIn', 'onboarding'] },
  { key: 'paying', name: 'Payment', at: { column: 2, row: 0, across: 1 }, charts: ['payment'] },
  { key: 'settingUp', name: 'Provisioning', at: { column: 3, row: 0, across: 1 }, charts: ['provisioning'] },
  {
    key: 'live',
    name: 'Live',
    at: { column: 0, row: 1, across: 4 },
    charts: ['invitation', 'account', 'webhook', 'card', 'removal', 'integration', 'password', 'licensing'],
  },
  {
    key: 'leaving',
    name: 'Leaving',
    at: { column: 0, row: 3, across: 3 },
    charts: ['offboarding', 'cleaning', 'export'],
  },
]

export interface LifecycleLink {
  readonly from: string
  readonly to: string
  /** Two or three words beside the line. */
  readonly label: string
  readonly reason: string
}

export const lifecycleLinks: readonly LifecycleLink[] = [
  { from: 'onboarding', to: 'account', label: 'opens it', reason: 'A workspace that is ready gets its account.' },
  {
    from: 'webhook',
    to: 'account',
    label: 'billing.changed',
    reason: 'The provider says that something of the money changed; the account reads it anew.',
  },
  {
    from: 'webhook',
    to: 'payment',
    label: 'payment.changed',
    reason: 'The provider says that something changed while somebody pays.',
  },
  {
    from: 'offboarding',
    to: 'account',
    label: 'leaving.began',
    reason: 'The account knows that the workspace leaves, or stays after all.',
  },
  {
    from: 'cleaning',
    to: 'account',
    label: 'account.closed',
    reason: 'Nothing is charged any more once the workspace is being taken away.',
  },
  {
    from: 'cleaning',
    to: 'integration',
    label: 'workspace.closed',
    reason: 'Keys of other companies are taken back before the workspace goes.',
  },
  {
    from: 'cleaning',
    to: 'export',
    label: 'export.revoked',
    reason: 'A file with everything in it must not outlive the workspace.',
  },
]
