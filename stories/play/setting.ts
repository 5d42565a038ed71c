/** What may go wrong while a flow is played, and how long things take. Chosen in the toolbar and in the player's panel. */
export type Network = 'fast' | 'slow' | 'offline'
export type Faults = 'none' | 'effects fail' | 'answers refused'

/** `default` (as the toolbar says), `answer`, `never`, `other 0` (another answer the fixtures know, by its place) or `fail <code>`. */
export type Choice = string

export interface Setting {
  readonly network: Network
  readonly faults: Faults
  /** By chart and invoke, e.g. `onboarding/sendCode`. */
  readonly choices: Readonly<Record<string, Choice>>
}

export const calm: Setting = { network: 'fast', faults: 'none', choices: {} }

/** How long a service works, in milliseconds: long enough to be seen, short enough not to be waited for. */
export const effectMs = ({ network }: Setting) => (network === 'slow' ? 4000 : 800)

/** How long a page's request is under way, in milliseconds. */
export const requestMs = ({ network }: Setting) => (network === 'slow' ? 2500 : network === 'offline' ? 600 : 0)

export const effectKey = (chart: string, invoke: string) => `${chart}/${invoke}`
