import { Skeleton } from '../../ui/Skeleton.tsx'

/** A page is on its way: its shape, after 300 ms. */
export function WaitingView({ label }: { label: string }) {
  return (
    <div className="grid gap-5" aria-busy="true">
      <h1 className="tn-hidden">Loading {label}</h1>
      <Skeleton label={`Loading ${label}`} rows={[32, 12, 56, 220, 160]} />
    </div>
  )
}
