import { Ellipsis } from 'lucide-react'
import { Menu, type MenuItem } from './Menu.tsx'

/** What can be done with one row of a list, behind three dots; `of` says to a screen reader whose they are. */
export function ActionsMenu({ of, items }: { of: string; items: readonly MenuItem[] }) {
  return (
    <Menu
      trigger={
        <button
          type="button"
          aria-label={`Actions for ${of}`}
          className="inline-grid size-11 place-items-center rounded-control align-middle text-ink-3 hover:bg-selected data-[state=open]:bg-selected tablet:size-8"
        >
          <Ellipsis size={16} aria-hidden />
        </button>
      }
      items={items}
    />
  )
}
