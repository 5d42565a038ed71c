/** What the flow map is narrowed to. It stands in the address, so that a link shows the same. */

/** Days are UTC, `2026-11-25`, both included. */
export interface Filter {
  readonly version?: string
  readonly tier?: string
  readonly from?: string
  readonly to?: string
  /** What is chosen: a state by its path, or a transition by its key. */
  readonly state?: string
  readonly transition?: string
}

const names = ['version', 'tier', 'from', 'to', 'state', 'transition'] as const
const day = /^\d{4}-\d\d-\d\d$/

/** Whatever is no filter is left out. */
export function filterOf(query: URLSearchParams): Filter {
  const given = names.flatMap((name) => {
    const value = query.get(name)
    const isDay = name === 'from' || name === 'to'
    return value === null || value === '' || value.length > 300 || (isDay && !day.test(value)) ? [] : [[name, value]]
  })
  return Object.fromEntries(given) as Filter
}

export function queryOf(filter: Filter): string {
  const query = new URLSearchParams()
  for (const name of names) if (filter[name] !== undefined) query.set(name, filter[name])
  const text = query.toString()
  return text === '' ? '' : `?${text}`
}

/** The filter with some of it gone. */
export const without = (filter: Filter, ...gone: (keyof Filter)[]): Filter =>
  Object.fromEntries(
    names.flatMap((name) => (filter[name] === undefined || gone.includes(name) ? [] : [[name, filter[name]]])),
  )
