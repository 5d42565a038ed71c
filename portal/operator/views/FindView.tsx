import { Search } from 'lucide-react'
import { useId } from 'react'
import { submitted } from '../../../ui/form.ts'
import type { Found } from '../data/types.ts'

export interface FindViewProps {
  /** Null: nothing was asked for, or the answer is not there yet. */
  found: readonly Found[] | null
  busy: boolean
  onFind(text: string): void
  onOpen(actor: string): void
}

/** Finds actors by their id, a workspace's id or address, or a person's e-mail address. */
export function FindView({ found, busy, onFind, onOpen }: FindViewProps) {
  const id = useId()
  return (
    <search className="relative w-full tablet:w-72">
      <form
        className="flex h-9 items-center gap-2 rounded-control border border-line-control bg-surface px-2.5 focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-focus"
        onSubmit={(event) => onFind(submitted(event, 'text').text.trim())}
      >
        <Search size={15} aria-hidden className="flex-none text-ink-3" />
        <label htmlFor={id} className="tn-hidden">
          Find a customer
        </label>
        <input
          id={id}
          name="text"
          type="search"
          placeholder="Id, workspace or e-mail"
          autoComplete="off"
          spellCheck={false}
          aria-busy={busy}
          onChange={(event) => event.target.value === '' && onFind('')}
          className="min-w-0 flex-1 bg-transparent text-ui outline-none"
        />
      </form>
      {found && (
        <div className="absolute inset-x-0 top-11 z-20 max-h-80 overflow-auto rounded-[10px] bg-raised p-1 shadow-pop">
          {found.length === 0 && (
            <p role="status" className="px-3 py-2 text-ui text-ink-2">
              Nobody of that id, workspace or address.
            </p>
          )}
          <ul>
            {found.map(({ actor, flow, tenant }) => (
              <li key={actor}>
                <button
                  type="button"
                  onClick={() => onOpen(actor)}
                  className="grid w-full gap-0.5 rounded-control px-3 py-1.5 text-start hover:bg-hover"
                >
                  <span className="truncate text-ui font-medium">{tenant?.name ?? 'A visitor'}</span>
                  <span className="truncate font-mono text-small text-ink-3">
                    {flow} · {actor}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
    </search>
  )
}
