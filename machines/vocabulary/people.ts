/** People as every side speaks of them. */
import * as z from 'zod/mini'

/** What somebody does for a living: asked at sign-up, shown to the team. Not an access role. */
export const occupations = ['developer', 'administrator', 'product', 'designer', 'other'] as const
export type Occupation = (typeof occupations)[number]

/** What a member may do in a workspace. */
export const memberRoles = ['owner', 'admin', 'billing', 'developer', 'member'] as const
export type MemberRole = (typeof memberRoles)[number]

/** The longest address SMTP can carry (RFC 5321, 4.5.3.1.3: a path of 256 with its angle brackets). */
const LONGEST_ADDRESS = 254

/** An address as we store and compare it: trimmed and in lower case. */
export const addressSchema = z
  .string()
  .check(z.trim(), z.toLowerCase(), z.maxLength(LONGEST_ADDRESS, 'address.invalid'), z.email('address.invalid'))

/**
 * A name shown to others: one line of at most 80 characters, none of which controls anything. That includes the marks
 * that turn the reading order (Unicode UAX 9, section 2): unclosed, one would turn the words around the name as well.
 */
export const nameSchema = (missing: string) =>
  z
    .string()
    .check(
      z.trim(),
      z.minLength(1, missing),
      z.maxLength(80, 'name.tooLong'),
      z.regex(/^[^\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]*$/u, 'name.unreadable'),
    )

/** A language tag, BCP 47, as far as a page's `lang` goes. */
export const localeSchema = z.string().check(z.maxLength(35), z.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/))
