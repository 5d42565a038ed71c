/** What has to be known of XState's actors to play them. */
import type { AnyActorRef, AnyStateMachine } from 'xstate'

export const isChart = (logic: unknown): logic is AnyStateMachine =>
  typeof logic === 'object' && logic !== null && 'getTransitionData' in logic

export const logicOf = (actor: AnyActorRef) => (actor as unknown as { logic: unknown }).logic

/** The chart an actor runs. */
export const machineOf = (actor: AnyActorRef) => logicOf(actor) as AnyStateMachine

export const parentOf = (actor: AnyActorRef) => (actor as unknown as { _parent: AnyActorRef })._parent
