/** An app that makes one-time codes. */
import { base32 } from '@better-auth/utils/base32'
import { createOTP } from '@better-auth/utils/otp'

/** The code such an app shows now for an `otpauth:` address. */
export const codeOf = (uri: string): Promise<string> =>
  createOTP(new TextDecoder().decode(base32.decode(new URL(uri).searchParams.get('secret')!))).totp()
