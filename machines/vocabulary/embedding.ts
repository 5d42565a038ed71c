/** The embedding key every installation begins with: it serves the demo site, and pages of our own. */
export const DEFAULT_EMBEDDING_KEY = 'pk_demo'
