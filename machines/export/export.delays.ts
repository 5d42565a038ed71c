/** How long an export lasts, in milliseconds. */
const day = 86_400_000

export const exportDelays = {
  /** From the moment it can be downloaded until its file is deleted. */
  lifetime: 7 * day,
}
