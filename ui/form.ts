import type { SubmitEvent } from 'react'

/** The named values of a submitted form, as text, and no page navigation. A field that is not there reads as ''. */
export function submitted<Name extends string>(
  event: SubmitEvent<HTMLFormElement>,
  ...names: Name[]
): Record<Name, string> {
  event.preventDefault()
  const data = new FormData(event.currentTarget)
  return Object.fromEntries(names.map((name) => [name, String(data.get(name) ?? '')])) as Record<Name, string>
}
