import { Check, Copy, TriangleAlert } from 'lucide-react'
import { useEffect, useState } from 'react'

export interface CopyButtonProps {
  text: string
  /** What is copied, for the button's name: "Copy command". */
  label: string
}

type Outcome = 'copied' | 'refused' | null

/** Puts a text on the clipboard and says whether it worked; a browser may refuse, and then the text must be marked by hand. */
export function CopyButton({ text, label }: CopyButtonProps) {
  const [outcome, setOutcome] = useState<Outcome>(null)
  useEffect(() => {
    if (!outcome) return
    const rest = setTimeout(() => setOutcome(null), 2500)
    return () => clearTimeout(rest)
  }, [outcome])

  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setOutcome('copied'),
      () => setOutcome('refused'),
    )

  const Picture = outcome === 'copied' ? Check : outcome === 'refused' ? TriangleAlert : Copy
  return (
    <span className="relative inline-flex">
      <button
        type="button"
        aria-label={label}
        title={label}
        onClick={() => void copy()}
        className="grid size-11 place-items-center rounded-[7px] text-ink-2 hover:bg-hover tablet:size-7"
      >
        <Picture size={14} aria-hidden className={outcome === 'copied' ? 'text-accent-ink' : ''} />
      </button>
      <span role="status" className="tn-hidden">
        {outcome === 'copied' && 'Copied.'}
        {outcome === 'refused' && 'The browser refused. Select the text and copy it yourself.'}
      </span>
    </span>
  )
}
