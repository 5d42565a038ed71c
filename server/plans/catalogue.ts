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
    check: (catalogue) => repeatedPlan(catalogue) ?? repeatedLicence(catalogue),
    onProblem,
  })

/** The plans that are for sale under an embedding key, as a visitor may see them, in the catalogue's order. */
export const offeredPlans = ({ plans }: Catalogue, allowed: readonly string[]): OfferedPlan[] =>
  plans
    .filter(({ key, offered }) => offered && allowed.includes(key))
    .map(({ key, name, summary, billing, monthly, yearly, startSeats, limits, licences }) => ({
      key,
      name,
      summary,
      billing,
      monthly,
      yearly,
      startSeats,
      limits,
      licences,
    }))

function repeatedPlan({ plans }: Catalogue): string | null {
  const key = repeatedIn(plans)
  return key === null ? null : `two plans have the key "${key}"`
}

function repeatedLicence({ plans }: Catalogue): string | null {
  for (const { key: plan, licences } of plans) {
    const key = repeatedIn(licences)
    if (key !== null) return `two licences of the plan "${plan}" have the key "${key}"`
  }
  return null
}

const repeatedIn = (all: readonly { readonly key: string }[]): string | null =>
  all.find(({ key }, index) => all.findIndex((one) => one.key === key) !== index)?.key ?? null
