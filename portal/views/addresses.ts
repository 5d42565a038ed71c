/** Addresses as people type or paste many: with spaces, commas, semicolons or lines between them. */

/** Each once, in lower case, in the order they were typed. */
export const addressesIn = (text: string): string[] => [
  ...new Set(
    text
      .split(/[\s,;]+/)
      .map((one) => one.replace(/^<|>$/g, '').toLowerCase())
      .filter((one) => one !== ''),
  ),
]

/** Whether it looks like an address; the server knows for sure. */
export const looksRight = (address: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(address)
