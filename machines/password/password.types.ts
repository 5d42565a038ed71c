/** What a change of password knows, hears and asks for. */

/** Written by the server, once the old password was right. */
export interface PasswordInput {
  readonly changeId: string
  readonly userId: string
  readonly email: string
  readonly name: string
  /** Stands for the new one's hash; the password itself comes no further than the door. */
  readonly passwordRef: string
  /** The session that asked, by its id: it stays. */
  readonly keptSession: string
}
export interface PasswordContext extends PasswordInput {
  /** Why it stands still, or why nobody was told: a code. */
  readonly problem: string | null
}
export type PasswordEvent = { type: 'operator.retried' }

/** Sets the new password, and ends every other session. */
export interface SetPassword {
  input: Pick<PasswordInput, 'changeId' | 'userId' | 'passwordRef' | 'keptSession'>
  output: { set: true }
}
export interface TellPassword {
  input: Pick<PasswordInput, 'changeId' | 'email' | 'name'>
  output: { told: true }
}
