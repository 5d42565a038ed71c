import type { ReactNode } from 'react'
import { cardText } from '../../machines/vocabulary/money.ts'
import type { ProblemCode } from '../../machines/vocabulary/problems.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog, DialogActions } from '../../ui/Dialog.tsx'
import { Glyph } from '../../ui/Glyph.tsx'
import type { ProblemText } from '../../ui/ProblemPanel.tsx'
import { CardForm } from './CardForm.tsx'

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
      <CardAsking {...props} />
    </Dialog>
  )
}

/** What the dialog holds: the form, the work that goes on, and the ways on. */
export function CardAsking({ at, problem: code, words, ...rest }: CardDialogViewProps) {
  const problem = rest.form === 'missing' && at === 'entering' ? 'card.formMissing' : code
  return (
    <CardForm
      {...rest}
      work={working[at] ?? null}
      stuck={at === 'unreachable'}
      asks="card"
      problem={problem && words(problem)}
      submit="Use this card"
      keep="Keep the card before"
    />
  )
}
