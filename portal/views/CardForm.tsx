import type { ReactNode } from 'react'
import { Button } from '../../ui/Button.tsx'
import { DialogActions } from '../../ui/Dialog.tsx'
import { Glyph } from '../../ui/Glyph.tsx'
import { ProblemPanel, type ProblemText } from '../../ui/ProblemPanel.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'

export interface CardFormProps {
  /** What is done without the person, in words; null while it is their turn. */
  work: string | null
  /** Nothing goes on until it is tried again. */
  stuck: boolean
  /** What is asked for: a card, or a word to the bank. */
  asks: 'card' | 'bank'
  /** How far the provider's form is. */
  form: 'loading' | 'ready' | 'missing'
  busy: boolean
  problem: ProblemText | null
  /** The main button: what it leads to. */
  submit: string
  /** The way out while it is the person's turn. */
  keep: string
  onSubmit(): void
  onReload(): void
  onRetry(): void
  onClose(): void
  /** The provider's card form. What is typed there never comes here. */
  children: ReactNode
}

/** The card form of a dialog: the provider's fields, what goes on meanwhile, and the ways on. */
export function CardForm(props: CardFormProps) {
  const { work, stuck, asks, form, busy, problem, onSubmit, children } = props
  const isTheirTurn = work === null && !stuck
  return (
    <form
      className="tn-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!busy && isTheirTurn && form === 'ready') onSubmit()
      }}
    >
      {problem && <ProblemPanel problem={problem} />}
      {work !== null && (
        <p className="flex items-center gap-2.5" role="status">
          <Glyph role="us" />
          {work}
        </p>
      )}
      {isTheirTurn && asks === 'card' && <Place form={form}>{children}</Place>}
      <Actions {...props} isTheirTurn={isTheirTurn} />
    </form>
  )
}

function Actions(props: CardFormProps & { isTheirTurn: boolean }) {
  const { stuck, form, busy, submit, keep, isTheirTurn, onReload, onRetry, onClose } = props
  return (
    <DialogActions>
      <Button kind="outline" onClick={onClose}>
        {isTheirTurn || stuck ? keep : 'Close, it goes on'}
      </Button>
      {stuck && <Button onClick={onRetry}>Try again now</Button>}
      {isTheirTurn && form === 'missing' && <Button onClick={onReload}>Load the card form again</Button>}
      {isTheirTurn && form !== 'missing' && (
        <Button type="submit" busy={busy} off={form !== 'ready'}>
          {submit}
        </Button>
      )}
    </DialogActions>
  )
}

/** The form takes its room from the start, so that nothing jumps when it is drawn. */
function Place({ form, children }: Pick<CardFormProps, 'form' | 'children'>) {
  if (form === 'missing') return null
  return (
    <div className="relative min-h-36">
      <div className={form === 'ready' ? '' : 'opacity-0'}>{children}</div>
      {form === 'loading' && (
        <div className="absolute inset-0">
          <Skeleton label="Loading the card form" rows={[58, 58]} />
        </div>
      )}
    </div>
  )
}
