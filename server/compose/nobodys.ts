/** Who actors of nobody's workspace belong to: a sign-up that has none yet, and the payment provider's news. */
export const nobodys: ReadonlySet<string> = new Set(['visitors', 'webhooks'])
