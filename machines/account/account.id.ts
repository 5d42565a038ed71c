/** Apart from the flow: a page that only asks for an account has no use for its chart and its schemas. */

/** The account of a tenant has its name, so there is never a second one. */
export const accountIdOf = (tenantId: string): string => tenantId.replace(/^ten_/, 'acc_')
