import { Skeleton } from '../../ui/Skeleton.tsx'
import { copy } from '../copy/first.ts'

/** Where the flow stands is not known yet: the shape of a step, after 300 ms. */
export function LoadingStep() {
  return (
    <section className="tenure-widget">
      <h1 className="tn-hidden">{copy.text('loading')}</h1>
      <div className="tn-head" />
      <div className="tn-body">
        <Skeleton label={copy.text('loading')} rows={[20, 12, 44, 44]} />
      </div>
      <footer className="tn-foot">{copy.text('footer.saved')}</footer>
    </section>
  )
}
