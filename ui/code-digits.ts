/** How many digits a mailed code has. */
export const CODE_LENGTH = 6

/**
 * The digits of what was typed or pasted, at most six: "418 203", "418-203" and "Your code: 418203" all read the same.
 * Arabic-Indic and Persian digits count too, since a phone's keyboard may offer nothing else.
 */
export function digitsOf(text: string): string {
  return text
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 0xf))
    .replace(/\D/g, '')
    .slice(0, CODE_LENGTH)
}
