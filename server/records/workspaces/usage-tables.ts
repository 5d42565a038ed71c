/** Where a workspace keeps what was used of it: in its own database, so that a count and its key are one commit. */

/** Records' keys are kept longer than a record may be late (35 days), so none that was counted is ever counted again. */
export const KEYS_LAST_MS = 41 * 86_400_000
/** Answers to whole calls are only for whoever asks again soon; later the records' own keys still hold. */
export const CALLS_LAST_MS = 2 * 86_400_000

/**
 * `meter_day`: of a sum what the day had, of a level its last value, with the time it was measured (`last_at`).
 * `crossing`: a share of a limit that was reached. `handed_at` is null until the account has taken it over.
 */
export const usageTables = `
  create table if not exists meter_day (
    meter text not null, day text not null, quantity integer not null, last_at integer not null,
    primary key (meter, day)
  ) strict, without rowid;
  create table if not exists usage_key (
    meter text not null, key text not null, seen_at integer not null,
    primary key (meter, key)
  ) strict, without rowid;
  create index if not exists usage_key_seen on usage_key (seen_at);
  create table if not exists usage_call (
    key text primary key, digest text not null, answer text not null, at integer not null
  ) strict, without rowid;
  create table if not exists crossing (
    meter text not null, month text not null, threshold integer not null, most integer not null,
    used integer not null, hard integer not null, at integer not null, handed_at integer,
    primary key (meter, month, threshold, most)
  ) strict, without rowid;
`

/** Takes over what was counted when requests were all there was to count. */
export const usageUpgrade = `
  insert or ignore into meter_day (meter, day, quantity, last_at) select 'requests', day, requests, 0 from usage;
  drop table usage;
`
