import { type SubmitEvent, useId, useRef, useState } from 'react'
import { Button } from './Button.tsx'
import { CodeField } from './CodeField.tsx'
import { CODE_LENGTH } from './code-digits.ts'
import { ProblemPanel, type ProblemText } from './ProblemPanel.tsx'

export interface CodeFormProps {
  /** Words: the field's name, the button, and the button after a wrong code. */
  words: { label: string; submit: string; again: string }
  problem: ProblemText | null
  /** The problem is the code itself, so the way on is another one. */
  wrong: boolean
  busy: boolean
  onSubmit(values: { code: string }): void
}

/** Asks for a mailed code. The sixth digit sends it; after a wrong one the button clears the boxes for the next. */
export function CodeForm({ words, problem, wrong, busy, onSubmit }: CodeFormProps) {
  const [code, setCode] = useState('')
  const form = useRef<HTMLFormElement>(null)
  const note = useId()
  const full = code.length === CODE_LENGTH
  const refused = wrong && full && !busy

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    if (busy) return
    if (full && !wrong) return onSubmit({ code })
    if (full) setCode('')
    form.current?.querySelector('input')?.focus()
  }

  return (
    <form ref={form} className="tn-form" onSubmit={submit}>
      <CodeField
        label={words.label}
        value={code}
        invalid={problem !== null && full && !busy}
        busy={busy}
        describedBy={problem ? note : undefined}
        onChange={setCode}
        onComplete={(digits) => onSubmit({ code: digits })}
      />
      {problem && (
        <div id={note}>
          <ProblemPanel problem={problem} />
        </div>
      )}
      <Button type="submit" busy={busy} off={!full}>
        {refused ? words.again : words.submit}
      </Button>
    </form>
  )
}
