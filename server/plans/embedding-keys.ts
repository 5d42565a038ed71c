/**
 * Embedding keys, `embedding-keys.json` in the data folder: which sites may show which flow, with which plans and in
 * which colours. A key is public; what it protects is the list of origins the frame may stand in.
 */
import * as z from 'zod/mini'
import { DEFAULT_EMBEDDING_KEY, DEFAULT_LEAVING_KEY } from '../../machines/vocabulary/embedding.ts'
import { openEditedFile } from './edited-file.ts'

/** Scheme, host and port, as a browser compares them (RFC 6454). */
const originSchema = z
  .string()
  .check(z.refine((value) => URL.canParse(value) && new URL(value).origin === value, 'is not an origin'))

/** One of the widget's public style variables, with a value that cannot leave its declaration. */
const appearanceSchema = z.record(
  z.string().check(z.regex(/^--tenure-[a-z-]+$/)),
  z.string().check(
    z.maxLength(200),
    z.regex(/^[^;{}<>\\]*$/),
    z.refine((value) => !/url\s*\(/i.test(value)),
  ),
)

const embeddingKeySchema = z.strictObject({
  origins: z.array(originSchema),
  /** What the frame shows: a sign-up, or a leaving. */
  flow: z.enum(['onboarding', 'offboarding']),
  /** Keys of plans that are offered, when the catalogue offers them too. */
  plans: z.array(z.string()),
  appearance: appearanceSchema,
})
export type EmbeddingKey = z.infer<typeof embeddingKeySchema>

/** The demo site's own: a customer's widget looks like the customer. */
const demoColours = {
  '--tenure-accent': 'light-dark(#4338ca, #a5a0ff)',
  '--tenure-on-accent': 'light-dark(#ffffff, #14122b)',
  '--tenure-link': 'light-dark(#4338ca, #b4b0ff)',
  '--tenure-positive': 'light-dark(#4338ca, #b4b0ff)',
  '--tenure-bg': 'light-dark(#ffffff, #1a1928)',
  '--tenure-field': 'light-dark(#ffffff, #1a1928)',
}

const fileSchema = z.record(z.string().check(z.regex(/^pk_[a-z0-9_-]{1,76}$/i)), embeddingKeySchema)

export interface EmbeddingKeysParts {
  readonly path: string
  /** Where the demo site stands, e.g. `http://localhost:3002`; it is written into the default only. */
  readonly demoOrigin: string
  readonly onProblem?: (message: string) => void
}
export interface EmbeddingKeys {
  /** Null for a key nobody was given. */
  find(key: string): Promise<EmbeddingKey | null>
  /** Why the file as it stands is not in use; null when it is. */
  problem(): string | null
}

/** Opens the keys, or writes the default one: `pk_demo`, for the demo site. Throws when the file cannot be used. */
export async function openEmbeddingKeys({ path, demoOrigin, onProblem }: EmbeddingKeysParts): Promise<EmbeddingKeys> {
  const file = await openEditedFile({
    path,
    schema: fileSchema,
    initial: {
      [DEFAULT_EMBEDDING_KEY]: {
        origins: [demoOrigin],
        flow: 'onboarding' as const,
        plans: ['free', 'team', 'enterprise'],
        appearance: demoColours,
      },
      [DEFAULT_LEAVING_KEY]: {
        origins: [demoOrigin],
        flow: 'offboarding' as const,
        plans: [],
        appearance: demoColours,
      },
    },
    onProblem,
  })
  return {
    async find(key) {
      const keys = await file.read()
      return Object.hasOwn(keys, key) ? (keys[key] ?? null) : null
    },
    problem: file.problem,
  }
}
