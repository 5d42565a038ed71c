import type { ReactNode } from 'react'
import { Skeleton } from '../../../ui/Skeleton.tsx'

/** In the middle of a console page whose own content is not there: a problem, or nothing at the address. */
export const Alone = ({ children }: { children: ReactNode }) => (
  <div className="mx-auto grid max-w-[560px] gap-5 px-4 py-16">{children}</div>
)

/** A console page is on its way: its shape, after 300 ms. */
export const ConsoleWaiting = ({ label }: { label: string }) => (
  <div className="p-5" aria-busy="true">
    <Skeleton label={`Loading ${label}`} rows={[36, 320, 120]} />
  </div>
)
