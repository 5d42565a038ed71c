import { X } from 'lucide-react'
import { Dialog as Radix } from 'radix-ui'
import { type ReactNode, useState } from 'react'

export interface DialogProps {
  title: string
  /** One sentence: what this does, or what goes. */
  lead?: ReactNode
  onClose(): void
  children: ReactNode
}

/** One decision over the page; a sheet on phones. Shown while mounted; Escape, the cross and the outside close it. */
export function Dialog({ title, lead, onClose, children }: DialogProps) {
  const returnFocus = useOpener()
  return (
    <Radix.Root open onOpenChange={(open) => !open && onClose()}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-30 bg-(--tn-scrim)" />
        <Radix.Content
          className="tenure-portal tn-rise fixed inset-x-0 bottom-0 z-30 grid max-h-[92dvh] gap-4 overflow-auto rounded-t-shell bg-raised p-5 pb-6 shadow-shell tablet:inset-0 tablet:m-auto tablet:h-fit tablet:w-110 tablet:rounded-shell tablet:p-6"
          onCloseAutoFocus={returnFocus}
          {...(lead ? {} : { 'aria-describedby': undefined })}
        >
          <header>
            <Radix.Title className="pe-10 text-heading font-semibold tracking-tight text-balance wrap-anywhere">
              {title}
            </Radix.Title>
            {lead && (
              <Radix.Description className="mt-1 text-ink-2 text-pretty wrap-anywhere">{lead}</Radix.Description>
            )}
          </header>
          {children}
          {/* Last, so that the dialog opens with the focus on its first field or its way out, not on a cross. */}
          <Radix.Close
            aria-label="Close"
            className="absolute end-3 top-3 grid size-11 place-items-center rounded-control text-ink-3 hover:bg-hover tablet:end-4 tablet:top-4"
          >
            <X size={16} aria-hidden />
          </Radix.Close>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

/** Gives the focus back to what opened the dialog; of a menu, to the button that opened that. */
function useOpener(): (event: Event) => void {
  const [opener] = useState(() => {
    const menu = document.activeElement?.closest('[role="menu"]')
    return menu ? document.getElementById(menu.getAttribute('aria-labelledby') ?? '') : document.activeElement
  })
  return (event) => {
    event.preventDefault()
    // it may be gone with what the dialog has changed; then the content is a better place than the top of the page
    const place = opener?.isConnected && opener !== document.body ? opener : document.querySelector('main')
    if (place instanceof HTMLElement) place.focus()
  }
}

/** The dialog's buttons: the result right, the way out left of it; stacked on phones with the result on top. */
export function DialogActions({ children }: { children: ReactNode }) {
  return <div className="mt-1 flex flex-col-reverse gap-2 tablet:flex-row tablet:justify-end">{children}</div>
}
