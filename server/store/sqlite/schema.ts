/**
 * The engine's tables on SQLite. Few indexes and dense rows, because after batching more than half of the cost of an
 * event is the volume of the write-ahead log.
 */
export const engineSchema = `
  create table if not exists actor (
    id text primary key, tenant text not null, flow text not null, version text not null, key_id text not null,
    parent text, parent_invoke text, parent_gen integer,
    seq integer not null, at integer not null, status text not null, head text not null, body blob not null, parked text
  ) strict, without rowid;

  create table if not exists journal (
    actor text not null, seq integer not null, at integer not null, type text not null, event_id text, body blob not null,
    primary key (actor, seq)
  ) strict, without rowid;
  -- only what came from outside carries an event id
  create unique index if not exists journal_event on journal (actor, event_id) where event_id is not null;

  create table if not exists checkpoint (
    actor text not null, seq integer not null, head text not null, body blob not null,
    primary key (actor, seq)
  ) strict, without rowid;

  create table if not exists effect (
    actor text not null, id text not null, gen integer not null, src text not null, identity text not null,
    input blob not null, due_at integer not null, attempt integer not null, awaited integer not null,
    worker text, until integer, fence integer not null, progress real,
    primary key (actor, id, gen)
  ) strict, without rowid;
  create index if not exists effect_due on effect (coalesce(until, due_at));

  create table if not exists timer (
    actor text not null, id text not null, due_at integer not null, body blob not null,
    primary key (actor, id)
  ) strict, without rowid;
  create index if not exists timer_due on timer (due_at);

  create table if not exists inbox (
    id integer primary key autoincrement, recipient text not null, kind text not null, sender text not null,
    key_id text not null, body blob not null
  ) strict;

  create table if not exists incident (
    actor text not null, at integer not null, code text not null, message text not null, event_type text not null,
    primary key (actor, at)
  ) strict, without rowid;
`
