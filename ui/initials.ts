/** The first letters of the first and the last word that has one: "Mara Lindqvist" is ML, "Kettle & Co" is KC. */
export function initialsOf(name: string): string {
  const letters = name.split(/\s+/).flatMap((word) => word.match(/[\p{L}\p{N}]/u)?.[0] ?? [])
  return [letters[0], letters.length > 1 ? letters.at(-1) : undefined].join('').toUpperCase() || '?'
}

/** One of the three calm hues, the same for the same name. Red is left to problems. */
export function hueOf(name: string): number {
  const sum = [...name].reduce((total, sign) => total + (sign.codePointAt(0) ?? 0), 0)
  return 1 + (sum % 3)
}
