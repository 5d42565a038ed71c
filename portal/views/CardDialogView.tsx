import type { ReactNode } from 'react'
import { cardText } from '../../machines/vocabulary/money.ts'
import type { ProblemCode } from '../../machines/vocabulary/problems.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog, DialogActions } from '../../ui/Dialog.tsx'
import { Glyph } from '../../ui/Glyph.tsx'
import { ProblemPanel, type ProblemText } from '../../ui/ProblemPanel.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'

export interface CardDialogViewProps {
  /** Where the replacement stands, in the chart's own word. */
  at: string
  /** How far the provider's form is. */
  form: 'loading' | 'ready' | 'missing'
  busy: boolean
  problem: ProblemCode | null
  card: { brand: string; last4: string } | null
  /** Money is open, which the new card pays at once. */
  owes: boolean
  words(problem: ProblemCode): ProblemText
  onSubmit(): void
  onReload(): void
  onRetry(): void
  onClose(): void
  /** The provider's card form. What is typed there never comes here. */
  children: ReactNode
}

const working: Readonly<Record<string, string>> = {
  confirming: 'Your bank checks the card, usually a few seconds.',
  settling: 'Your bank takes its time. We ask again every 15 seconds.',
  adopting: 'What is open is being paid with it.',
}

/** Asks for another card. It replaces the one before only once it holds, and has paid what is open. */
export function CardDialogView(props: CardDialogViewProps) {
  const { at, owes, card, onClose } = props
  if (at === 'replaced')
    return (
      <Dialog title="Your new card is in place" onClose={onClose}>
        <p className="flex items-center gap-2.5">
          <Glyph role="done" />
          {card ? cardText(card) : 'The new card'} is charged from now on{owes ? ', and what was open is paid' : ''}.
        </p>
        <DialogActions>
          <Button onClick={onClose}>Back to billing</Button>
        </DialogActions>
      </Dialog>
    )
  const lead = owes
    ? 'It pays what is open at once, and every invoice after that.'
    : 'It is charged from the next invoice on.'
  return (
    <Dialog title="Use another card" lead={lead} onClose={onClose}>
      <Asking {...props} />
    </Dialog>
  )
}

function Asking(props: CardDialogViewProps) {
  const { at, form, busy, words, onClose, onRetry, onReload, onSubmit, children } = props
  const problem = form === 'missing' && at === 'entering' ? 'card.formMissing' : props.problem
  const work = working[at]
  return (
    <form
      className="tn-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!busy && at === 'entering' && form === 'ready') onSubmit()
      }}
    >
      {problem && <ProblemPanel problem={words(problem)} />}
      {work ? (
        <p className="flex items-center gap-2.5" role="status">
          <Glyph role="us" />
          {work}
        </p>
      ) : (
        at !== 'unreachable' && <Place form={form}>{children}</Place>
      )}
      <DialogActions>
        <Button kind="outline" onClick={onClose}>
          {work ? 'Close, it goes on' : 'Keep the card before'}
        </Button>
        {at === 'unreachable' && <Button onClick={onRetry}>Try again now</Button>}
        {form === 'missing' && at === 'entering' && <Button onClick={onReload}>Load the card form again</Button>}
        {form !== 'missing' && !work && at !== 'unreachable' && (
          <Button type="submit" busy={busy} off={form !== 'ready'}>
            Use this card
          </Button>
        )}
      </DialogActions>
    </form>
  )
}

/** The form takes its room from the start, so that nothing jumps when it is drawn. */
function Place({ form, children }: Pick<CardDialogViewProps, 'form' | 'children'>) {
  return (
    <div className="relative min-h-36">
      <div className={form === 'ready' ? '' : 'opacity-0'}>{form === 'missing' ? null : children}</div>
      {form === 'loading' && (
        <div className="absolute inset-0">
          <Skeleton label="Loading the card form" rows={[58, 58]} />
        </div>
      )}
    </div>
  )
}
