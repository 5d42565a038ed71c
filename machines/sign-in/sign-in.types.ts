/** What a sign-in by code knows, hears and asks for. */
import type { ProblemCode } from '../vocabulary/problems.ts'

export interface SignInInput {
  readonly signInId: string
  readonly email: string
  /** BCP 47, for the mail. */
  readonly locale: string
}
export interface SignInContext extends SignInInput {
  readonly codesSent: number
  readonly triesLeft: number
  readonly problem: ProblemCode | null
}
export type SignInEvent =
  | { type: 'code.accepted' }
  | { type: 'code.rejected' }
  | { type: 'code.requested' }
  | { type: 'session.begun' }

export interface SendSignInCode {
  input: { signInId: string; email: string; number: number; locale: string; worksForMs: number }
  output: { sent: true }
}
