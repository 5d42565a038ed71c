/** The Stately inspector's protocol, as `@statelyai/inspect` speaks it: the version its receivers read. */
export const INSPECT_VERSION = '0.7.2'
