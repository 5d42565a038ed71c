import { History } from 'lucide-react'

/** Says that what is shown is over, and leads back. */
export function PastNotice({ onBack }: { onBack(): void }) {
  return (
    <div
      role="status"
      className="absolute bottom-12 start-4 flex max-w-[calc(100%-32px)] items-center gap-3 rounded-control bg-ink px-4 py-2.5 text-ui font-medium text-ink-inverse shadow-pop"
    >
      <History size={16} aria-hidden className="flex-none" />
      Viewing the past. Nothing you see here can be changed.
      <button
        type="button"
        onClick={onBack}
        className="flex-none rounded-control bg-ink-inverse/20 px-3 py-1.5 font-semibold hover:bg-ink-inverse/30"
      >
        Back to now
      </button>
    </div>
  )
}
