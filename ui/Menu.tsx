import { DropdownMenu } from 'radix-ui'
import type { ReactNode } from 'react'

export interface MenuItem {
  label: string
  icon?: ReactNode
  /** Something goes when this is chosen. */
  danger?: boolean
  onSelect(): void
}

export interface MenuProps {
  /** The button that opens it; must name itself. */
  trigger: ReactNode
  items: readonly MenuItem[]
  /** Which edge of the trigger the menu keeps to. */
  align?: 'start' | 'end'
}

/** A few actions behind one button. */
export function Menu({ trigger, items, align = 'end' }: MenuProps) {
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align={align}
          sideOffset={6}
          collisionPadding={8}
          className="tenure-portal z-20 min-w-44 rounded-[10px] bg-raised p-1 shadow-pop"
        >
          {items.map((item) => (
            <DropdownMenu.Item
              key={item.label}
              onSelect={item.onSelect}
              className={`flex min-h-11 cursor-pointer items-center gap-2.5 rounded-[7px] px-2.5 text-ui font-medium outline-none data-highlighted:bg-hover tablet:min-h-8 ${item.danger ? 'text-problem-ink' : ''}`}
            >
              {item.icon}
              {item.label}
            </DropdownMenu.Item>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}
