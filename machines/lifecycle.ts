/**
 * How the charts make one lifecycle: which belong together, and who sets whom going. That a chart invokes another stands
 * in the chart; what is told from outside it stands here, with its reason, because no chart knows of the other.
 */

export interface LifecycleGroup {
  readonly key: string
  readonly name: string
  /** Charts by id. */
  readonly charts: readonly string[]
  /** The groups a customer comes from, by key. */
  readonly follows: readonly string[]
}

/** In the order a customer meets them. */
export const lifecycleGroups: readonly LifecycleGroup[] = [
  { key: 'signingUp', name: 'Signing up', charts: ['onboarding', 'signIn'], follows: [] },
  { key: 'paying', name: 'Payment', charts: ['payment'], follows: ['signingUp'] },
  { key: 'settingUp', name: 'Provisioning', charts: ['provisioning'], follows: ['signingUp'] },
  {
    key: 'live',
    name: 'Live',
    charts: ['account', 'integration', 'invitation', 'card', 'webhook', 'password', 'removal', 'licensing'],
    follows: ['paying', 'settingUp'],
  },
  { key: 'leaving', name: 'Leaving', charts: ['offboarding', 'export', 'cleaning'], follows: ['live'] },
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
