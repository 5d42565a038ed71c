/** Yes or no, from the context alone. */
import { CLEAN_TRIES } from './cleaning.delays.ts'
import type { CleaningContext } from './cleaning.types.ts'

interface Asked {
  context: CleaningContext
}

export const isEverythingGone = ({ context }: Asked) => context.at >= context.steps.length
export const hasTriesLeft = ({ context }: Asked) => (context.steps[context.at]?.tries ?? 0) < CLEAN_TRIES
