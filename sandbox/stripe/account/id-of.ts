/** The id in a field the SDK types as an id or an expanded object. What the account keeps is never expanded. */
export const idOf = (field: string | { readonly id: string } | null | undefined): string | null =>
  typeof field === 'object' ? (field?.id ?? null) : (field ?? null)
