/** An export in plain language. */
import type { Says } from '../kit/says.ts'

export const exportSays: Says = {
  title: 'Taking the data out',
  summary:
    'One file with everything a workspace has, from the wish for it to the deletion of the file. Whoever asked is told when it is there.',
  events: {
    'export.retried': 'A member asked to write the file again.',
    'export.discarded': 'A member threw the export away.',
    'export.revoked': 'The workspace is being taken away, and its exports with it.',
    'operator.retried': 'An operator asked to delete the file again.',
  },
  delays: { lifetime: 'The export was kept long enough.' },
  answers: {
    'planExport done': 'We know what there is to write.',
    'planExport failed': 'What there is could not be counted.',
    'writeExport done': 'The file is whole.',
    'writeExport failed': 'The file could not be written.',
    'tellExport done': 'Whoever asked for it was told.',
    'tellExport failed': 'Whoever asked for it could not be told.',
    'deleteExport done': 'The file is gone.',
    'deleteExport failed': 'The file could not be deleted.',
  },
  guards: {},
  effects: {
    planExport: 'counts what there is',
    writeExport: 'writes the file',
    tellExport: 'tells whoever asked, by mail and in the portal',
    deleteExport: 'deletes the file',
  },
}
