/**
 * The tables of the flow map.
 *
 *   flow_actor       every actor: its chart, whose it is, its tier, whether it has ended
 *   flow_place       where it is: a row for each leaf state it is in
 *   flow_live        how many rows of flow_place there are of a chart, tier and state
 *   flow_population  how many rows of flow_actor there are of a chart and tier, at work and ended
 *   flow_entry       how often a state was entered on a day
 *   flow_way         a transition of a chart as seen from one state, under a number
 *   flow_move        how often a way was taken on a day, by the stay before it
 *
 * Days are counted from 1970 on, in UTC. The last three are about nobody and outlive whom they count. Moves are most of all
 * that is read, so their rows are numbers: with names in them a month's sum took three times as long. What is written on one day
 * stands together, so that a commit touches few pages.
 */
import type { Ddl } from '../query.ts'

/** What all counts are kept by. `tier` is a plan's key, or `none`. */
export interface Counted {
  flow: string
  version: string
  tier: string
}
export interface FlowActorRow extends Counted {
  actor: string
  tenant: string
  ended: number
}
export interface FlowPlaceRow extends Counted {
  actor: string
  /** The leaf's path, e.g. `signUp.verifying.cooling`. */
  state: string
  since: number
}
export interface FlowLiveRow extends Counted {
  state: string
  n: number
}
export interface FlowPopulationRow extends Counted {
  active: number
  ended: number
}
export interface FlowEntryRow extends Counted {
  day: number
  /** A leaf, or what holds others. */
  state: string
  n: number
}
export interface FlowWayRow {
  /** Made of all the others: see `ways.ts`. */
  id: number
  flow: string
  version: string
  transition: string
  /** A state it led away from, or the leaf it was taken in. */
  state: string
}
export interface FlowMoveRow {
  flow: string
  day: number
  way: number
  tier: string
  /** How long the actor had stayed there: see `stay.ts`. */
  bucket: number
  /** How often it was taken: counted in one leaf each time. */
  taken: number
  /** How often it led away from that state. */
  exits: number
}
export interface FlowMapTables {
  flow_actor: FlowActorRow
  flow_place: FlowPlaceRow
  flow_live: FlowLiveRow
  flow_population: FlowPopulationRow
  flow_entry: FlowEntryRow
  flow_way: FlowWayRow
  flow_move: FlowMoveRow
}

export const flowMapTables = ({ integer, end }: Ddl) => `
  create table if not exists flow_actor (
    actor text primary key, flow text not null, version text not null, tier text not null, tenant text not null,
    ended integer not null
  ) ${end};
  create index if not exists flow_actor_tenant on flow_actor (tenant);
  create table if not exists flow_place (
    actor text not null, state text not null, flow text not null, version text not null, tier text not null,
    since ${integer} not null, primary key (actor, state)
  ) ${end};
  create index if not exists flow_place_since on flow_place (flow, state, since, actor, tier, version);
  create table if not exists flow_live (
    flow text not null, version text not null, tier text not null, state text not null, n integer not null,
    primary key (flow, version, tier, state)
  ) ${end};
  create table if not exists flow_population (
    flow text not null, version text not null, tier text not null, active integer not null, ended integer not null,
    primary key (flow, version, tier)
  ) ${end};
  create table if not exists flow_entry (
    flow text not null, day integer not null, version text not null, tier text not null, state text not null,
    n integer not null, primary key (flow, day, version, tier, state)
  ) ${end};
  create table if not exists flow_way (
    id ${integer} primary key, flow text not null, version text not null, transition text not null, state text not null
  ) ${end};
  create index if not exists flow_way_flow on flow_way (flow);
  create table if not exists flow_move (
    flow text not null, day integer not null, way ${integer} not null, tier text not null, bucket integer not null,
    taken integer not null, exits integer not null, primary key (flow, day, way, tier, bucket)
  ) ${end};
`
