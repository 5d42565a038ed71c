/**
 * What a service knows of the engine: how an effect's body is called, and how it fails. The one door between them, so
 * that a service cannot reach for actors, charts or the store.
 */
// oxlint-disable-next-line no-restricted-imports -- this file is the door the rule leaves to services
export { EffectError, type Fact, giveUp, type Job, type Perform, retryAfter } from '../engine/perform.ts'
