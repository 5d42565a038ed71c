/** A few looks a customer could choose: what they would write down as the appearance of their embedding key. */
type Appearance = Readonly<Record<`--tenure-${string}`, string>>

/** By the value of the toolbar. Each pair of text and ground keeps 4.5:1, in both schemes. */
export const brands = {
  tenure: {},
  /** The demo site's own. */
  indigo: {
    '--tenure-accent': 'light-dark(#4338ca, #a5a0ff)',
    '--tenure-on-accent': 'light-dark(#ffffff, #14122b)',
    '--tenure-link': 'light-dark(#4338ca, #b4b0ff)',
    '--tenure-positive': 'light-dark(#4338ca, #b4b0ff)',
    '--tenure-bg': 'light-dark(#ffffff, #1a1928)',
    '--tenure-field': 'light-dark(#ffffff, #1a1928)',
  },
  /** Paper and ink: square, and titles with serifs. */
  ledger: {
    '--tenure-accent': 'light-dark(#1f1b16, #efe7da)',
    '--tenure-on-accent': 'light-dark(#fffdf8, #1a1712)',
    '--tenure-link': 'light-dark(#7a3415, #e8a988)',
    '--tenure-positive': 'light-dark(#1f1b16, #efe7da)',
    '--tenure-bg': 'light-dark(#fffdf8, #1a1712)',
    '--tenure-field': 'light-dark(#ffffff, #211d17)',
    '--tenure-font-heading': 'Georgia, "Times New Roman", serif',
    '--tenure-weight-heading': '400',
    '--tenure-radius': '0px',
    '--tenure-radius-card': '0px',
  },
  /** Everything as large and round as it may be. */
  generous: {
    '--tenure-accent': 'light-dark(#b3125f, #ff9cc7)',
    '--tenure-on-accent': 'light-dark(#ffffff, #33041b)',
    '--tenure-link': 'light-dark(#a00f54, #ffa9cf)',
    '--tenure-positive': 'light-dark(#a00f54, #ffa9cf)',
    '--tenure-font-size': '16px',
    '--tenure-control-height': '52px',
    '--tenure-gap': '20px',
    '--tenure-radius': '16px',
    '--tenure-radius-card': '28px',
    '--tenure-max-width': '440px',
  },
  /** As small as it may be, flush in the page. */
  compact: {
    '--tenure-accent': 'light-dark(#0b5cad, #86bdf5)',
    '--tenure-on-accent': 'light-dark(#ffffff, #04172a)',
    '--tenure-link': 'light-dark(#0b5cad, #9ccaf8)',
    '--tenure-positive': 'light-dark(#0b5cad, #9ccaf8)',
    '--tenure-font-size': '13px',
    '--tenure-control-height': '40px',
    '--tenure-gap': '12px',
    '--tenure-radius': '4px',
    '--tenure-radius-card': '4px',
    '--tenure-max-width': '340px',
    '--tenure-shadow': 'none',
  },
} as const satisfies Readonly<Record<string, Appearance>>
export type Brand = keyof typeof brands
