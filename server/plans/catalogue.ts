/** The plan catalogue, `plans.json` in the data folder: what is sold, and what a workspace of each plan may do. */
import { type Catalogue, catalogueSchema, type OfferedPlan } from '../../machines/vocabulary/plans.ts'
import { type EditedFile, openEditedFile } from './edited-file.ts'
import initial from './plans.json' with { type: 'json' }

export interface CatalogueParts {
  readonly path: string
  readonly onProblem?: (message: string) => void
}

export type CatalogueFile = EditedFile<Catalogue>

/** Opens the catalogue, or writes the default one. Throws when the file cannot be used. */
export const openCatalogue = ({ path, onProblem }: CatalogueParts): Promise<CatalogueFile> =>
  openEditedFile<Catalogue>({
    path,
    schema: catalogueSchema,
    initial: catalogueSchema.parse(initial),
    check: repeatedKey,
    onProblem,
  })

/** The plans that are for sale under an embedding key, as a visitor may see them, in the catalogue's order. */
export const offeredPlans = ({ plans }: Catalogue, allowed: readonly string[]): OfferedPlan[] =>
  plans
    .filter(({ key, offered }) => offered && allowed.includes(key))
    .map(({ key, name, summary, billing, monthly, yearly, startSeats, limits }) => ({
      key,
      name,
      summary,
      billing,
      monthly,
      yearly,
      startSeats,
      limits,
    }))

function repeatedKey({ plans }: Catalogue): string | null {
  const repeated = plans.find(({ key }, index) => plans.findIndex((plan) => plan.key === key) !== index)
  return repeated ? `two plans have the key "${repeated.key}"` : null
}
