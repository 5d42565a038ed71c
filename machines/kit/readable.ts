/** Names of the code as people read them. */

/** `sendingCode` → `Sending code`; `mail.failed` → `Mail failed`. */
export function readableName(name: string): string {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/[._-]+/g, ' ')
    .toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

const units = [
  [86_400_000, 'd'],
  [3_600_000, 'h'],
  [60_000, 'min'],
  [1000, 's'],
  [1, 'ms'],
] as const

/** Milliseconds in the largest unit that divides them, e.g. `14 d`. */
export function readableDuration(ms: number): string {
  const [unit, name] = units.find(([length]) => ms >= length && ms % length === 0) ?? ([1, 'ms'] as const)
  return `${ms / unit} ${name}`
}
