/**
 * One export of everything a workspace has, from being asked for to the deletion of its file.
 *
 *   requested   what is there is counted
 *   collecting  the file is being written; it says how far it is, and begins anew after a crash
 *   announcing  it is whole; whoever asked is told
 *   ready       it can be downloaded, as often as wanted
 *   deleting    its time is up, it was thrown away, or the workspace is being cleaned up
 *   undeleted   the file could not be deleted; an operator has to look
 *   failed      it could not be written; it may be tried again
 *   expired     the file is gone
 *
 * Promises: there is a file only between `collecting` and `expired`; a download is possible only in `ready`.
 */
import { setup } from 'xstate'
import type { LeafTag, StateMeta } from '../kit/flow.ts'
import * as act from './export.actions.ts'
import { exportDelays } from './export.delays.ts'
import { deleteExport, planExport, tellExport, writeExport } from './export.effects.ts'
import type { ExportContext, ExportEvent, ExportInput } from './export.types.ts'

export const exportMachine = setup({
  types: {
    input: {} as ExportInput,
    context: {} as ExportContext,
    events: {} as ExportEvent,
    tags: {} as LeafTag,
    meta: {} as StateMeta,
  },
  actors: { planExport, writeExport, tellExport, deleteExport },
  actions: act.exportActions,
  delays: exportDelays,
}).createMachine({
  id: 'export',
  version: '1',
  context: ({ input }) => act.emptyContext(input),
  initial: 'requested',
  states: {
    requested: {
      description: 'What is there is counted.',
      tags: 'waiting on us',
      meta: { screen: 'ExportCard' },
      on: { 'export.revoked': 'deleting' },
      invoke: {
        id: 'planExport',
        src: 'planExport',
        input: ({ context }) => act.what(context),
        onDone: { target: 'collecting', actions: 'keepPlan' },
        onError: { target: 'failed', actions: 'keepCode' },
      },
    },
    collecting: {
      description: 'The file is being written.',
      tags: 'waiting on us',
      meta: { screen: 'ExportCard' },
      on: { 'export.revoked': 'deleting' },
      invoke: {
        id: 'writeExport',
        src: 'writeExport',
        input: ({ context }) => act.what(context),
        onDone: { target: 'announcing', actions: 'keepFile' },
        onError: { target: 'failed', actions: 'keepCode' },
      },
    },
    announcing: {
      description: 'The file is whole; whoever asked for it is told.',
      tags: 'waiting on us',
      meta: { screen: 'ExportCard' },
      on: { 'export.revoked': 'deleting' },
      invoke: {
        id: 'tellExport',
        src: 'tellExport',
        input: ({ context }) => act.toTell(context),
        onDone: { target: 'ready', actions: 'keepExpiry' },
        onError: { target: 'failed', actions: 'keepCode' },
      },
    },
    ready: {
      description: 'The file can be downloaded, as often as wanted.',
      tags: 'healthy',
      meta: { screen: 'ExportCard' },
      after: { lifetime: 'deleting' },
      on: { 'export.discarded': 'deleting', 'export.revoked': 'deleting' },
    },
    deleting: {
      description: 'The file is being deleted.',
      tags: 'waiting on us',
      meta: { screen: 'ExportCard' },
      entry: 'forgetPerson',
      invoke: {
        id: 'deleteExport',
        src: 'deleteExport',
        input: ({ context }) => act.what(context),
        onDone: 'expired',
        onError: { target: 'undeleted', actions: 'keepCode' },
      },
    },
    undeleted: {
      description: 'The file could not be deleted; an operator has to look.',
      tags: 'problem',
      meta: { screen: 'ExportCard' },
      on: {
        'operator.retried': { target: 'deleting', actions: 'clearCode' },
        'export.revoked': { target: 'deleting', actions: 'clearCode' },
      },
    },
    failed: {
      description: 'The export did not work; it may be tried again.',
      tags: 'problem',
      meta: { screen: 'ExportCard' },
      after: { lifetime: 'deleting' },
      on: {
        'export.retried': { target: 'requested', actions: 'clearCode' },
        'export.discarded': 'deleting',
        'export.revoked': 'deleting',
      },
    },
    expired: {
      description: 'The file is gone.',
      type: 'final',
      tags: 'ended',
      meta: { screen: 'ExportCard' },
    },
  },
})
