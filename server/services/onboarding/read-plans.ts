/**
 * Reads the plans a visitor may choose from: offered in the catalogue, and allowed by the embedding key.
 *
 * Safe to repeat: it only reads. Gives up with `embedding.unknown` when the key is gone, and fails with
 * `plans.unreadable` when nothing at all is for sale under it.
 */
import type { ReadPlans } from '../../../machines/onboarding/onboarding.types.ts'
import type { CatalogueFile } from '../../plans/catalogue.ts'
import { offeredPlans } from '../../plans/catalogue.ts'
import type { EmbeddingKeys } from '../../plans/embedding-keys.ts'
import { EffectError, giveUp, type Perform } from '../effect.ts'

export interface ReadPlansParts {
  readonly catalogue: Pick<CatalogueFile, 'read'>
  readonly embeddingKeys: Pick<EmbeddingKeys, 'find'>
}

export const readPlans =
  ({ catalogue, embeddingKeys }: ReadPlansParts): Perform<ReadPlans> =>
  async ({ input }) => {
    const key = await embeddingKeys.find(input.embeddingKey)
    if (!key) throw giveUp('embedding.unknown', `Nobody was given the embedding key ${input.embeddingKey}.`)
    const content = await catalogue.read()
    const plans = offeredPlans(content, key.plans)
    if (plans.length === 0) throw new EffectError('plans.unreadable', `No plan is offered under ${input.embeddingKey}.`)
    return { output: { version: content.version, plans } }
  }
