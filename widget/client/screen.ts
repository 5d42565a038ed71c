interface WithMeta {
  getMeta(): Record<string, { screen?: string } | undefined>
}

/** The screen of the active states; of parallel regions, the one that has any. `none` when no state has one. */
export const screenOf = (snapshot: WithMeta): string =>
  Object.values(snapshot.getMeta())
    .map((meta) => meta?.screen)
    .find((screen) => screen !== undefined && screen !== 'none') ?? 'none'
