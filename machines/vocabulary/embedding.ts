/** The embedding key every installation begins with: it serves the demo site, and pages of our own. */
export const DEFAULT_EMBEDDING_KEY = 'pk_demo'

/** Beside it, for those who leave. */
export const DEFAULT_LEAVING_KEY = 'pk_demo_leaving'
