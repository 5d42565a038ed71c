/** Figures for Prometheus: the process, incidents, retries, webhooks, watchers. */
import { collectDefaultMetrics, Counter, Gauge, Registry } from 'prom-client'

export interface Metrics {
  incident(code: string): void
  retry(src: string, code: string): void
  /** An event of the payment provider came in. A repeat counts again. `type` is a word of the provider's. */
  webhook(outcome: 'stored' | 'ignored' | 'refused', type: string): void
  text(): Promise<string>
}

export function metrics(watchers: () => number): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const registers = [registry]
  const incidents = new Counter({
    name: 'tenure_incidents_total',
    help: 'Actors parked, by code.',
    labelNames: ['code'],
    registers,
  })
  const retries = new Counter({
    name: 'tenure_effect_retries_total',
    help: 'Attempts that failed and will be repeated.',
    labelNames: ['src', 'code'],
    registers,
  })
  const webhooks = new Counter({
    name: 'tenure_webhooks_total',
    help: 'Events of the payment provider, by what became of them at the door.',
    labelNames: ['outcome', 'type'],
    registers,
  })
  const watched = new Gauge({
    name: 'tenure_watched_actors',
    help: 'Actors somebody watches now.',
    registers: [],
    collect(this: Gauge) {
      this.set(watchers())
    },
  })
  registry.registerMetric(watched)
  return {
    incident: (code) => incidents.inc({ code }),
    retry: (src, code) => retries.inc({ src, code }),
    webhook: (outcome, type) => webhooks.inc({ outcome, type }),
    text: () => registry.metrics(),
  }
}
