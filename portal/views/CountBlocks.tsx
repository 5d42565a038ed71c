/** Things that are counted rather than measured: one block each, and words that say the same. */
import type { ReactNode } from 'react'

export type BlockKind = 'used' | 'held' | 'free' | 'over'

/** More blocks than these are counted by nobody. */
export const MOST_BLOCKS = 50

const looks: Record<BlockKind, string> = {
  used: 'bg-accent',
  held: 'tn-hatched',
  free: 'shadow-[inset_0_0_0_1.25px_var(--tn-line-control)]',
  over: 'bg-problem',
}

/** The words below say the same, so the drawing is hidden from readers. */
export function CountBlocks({ counts }: { counts: readonly (readonly [BlockKind, number])[] }) {
  const kinds = counts.flatMap(([kind, count]) => Array.from({ length: count }, () => kind))
  return (
    <div aria-hidden className="flex flex-wrap gap-1.5">
      {kinds.map((kind, index) => (
        <span key={index} className={`h-6 max-w-16 grow basis-5 rounded-chip ${looks[kind]}`} />
      ))}
    </div>
  )
}

export function BlockLegend({ kind, children }: { kind: BlockKind; children: ReactNode }) {
  return (
    <li className="flex items-center gap-1.5">
      <span aria-hidden className={`size-2.5 rounded-[3px] ${looks[kind]}`} />
      {children}
    </li>
  )
}
