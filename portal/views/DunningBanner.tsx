import { useId } from 'react'
import { moneyText } from '../../machines/vocabulary/money.ts'
import { Button } from '../../ui/Button.tsx'
import { ButtonLink } from '../../ui/ButtonLink.tsx'
import { Glyph } from '../../ui/Glyph.tsx'
import { shortDayOf } from './amounts.ts'
import type { Dunning, DunningStation } from './billing-page-types.ts'

export interface DunningBannerProps {
  dunning: Dunning
  /** Replaces the card; absent for whoever may only look. */
  onReplaceCard?(): void
}

/** Money that could not be collected: why, what that means and until when, two ways to set it right, and what happens next. */
export function DunningBanner({ dunning, onReplaceCard }: DunningBannerProps) {
  const id = useId()
  const { owed, cause, consequence, payUrl, stations } = dunning
  return (
    <section
      aria-labelledby={id}
      className="grid gap-4 rounded-card bg-problem-soft p-4 shadow-[inset_0_0_0_1px_var(--tn-problem-line)] tablet:p-5"
    >
      <div className="grid gap-4 tablet:flex tablet:items-start">
        <div className="grid grid-cols-[14px_1fr] gap-x-3.5">
          <span className="pt-1.25">
            <Glyph role="problem" />
          </span>
          <div>
            <h2 id={id} className="text-title font-semibold">
              We could not collect {moneyText(owed)}
            </h2>
            <p className="mt-0.5 max-w-[62ch] text-pretty">
              {cause} Use another card or pay this invoice once. {consequence}
            </p>
          </div>
        </div>
        <div className="flex gap-2 *:flex-1 tablet:ms-auto tablet:*:flex-none">
          {payUrl !== null && (
            <ButtonLink kind="outline" href={payUrl} newTab>
              Pay once
            </ButtonLink>
          )}
          {onReplaceCard && <Button onClick={onReplaceCard}>Update card</Button>}
        </div>
      </div>
      <Stations stations={stations} />
    </section>
  )
}

/** From left to right on a desk, from top to bottom on a phone: what lies behind is solid, what comes is dotted. */
function Stations({ stations }: { stations: readonly DunningStation[] }) {
  return (
    <ol aria-label="What happens next" className="grid gap-3 tablet:ms-7 tablet:flex tablet:gap-0">
      {stations.map(({ at, what, role, past }, index) => (
        <li
          key={`${at} ${what}`}
          className="grid grid-cols-[14px_1fr] content-start items-start gap-x-3 tablet:flex-1 tablet:grid-cols-1 tablet:gap-y-1.5"
        >
          <span className="flex h-5 items-center tablet:h-3.5" aria-hidden>
            <Glyph role={role} size={13} />
            {index < stations.length - 1 && <Path taken={past && (stations[index + 1]?.past ?? false)} />}
          </span>
          <span className="grid text-small tablet:pe-3">
            <b className="font-medium">{shortDayOf(at)}</b>
            <span className="text-ink-2">{what}</span>
          </span>
        </li>
      ))}
    </ol>
  )
}

function Path({ taken }: { taken: boolean }) {
  return <i className={`hidden flex-1 border-t-[1.5px] border-problem tablet:block ${taken ? '' : 'border-dashed'}`} />
}
