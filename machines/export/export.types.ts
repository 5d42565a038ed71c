/** What an export knows, hears and asks for. */

/** Sections of an export, in the order they are written. */
export const exportSections = [
  'workspace',
  'members',
  'projects',
  'integrations',
  'usage',
  'invoices',
  'notices',
  'audit',
] as const
export type ExportSection = (typeof exportSections)[number]

export interface ExportInput {
  readonly exportId: string
  readonly tenantId: string
  /** Who asked for it, and is told when it is there. */
  readonly userId: string
  readonly email: string
  readonly name: string
}

/** How many rows a section has. */
export interface SectionCount {
  readonly section: ExportSection
  readonly rows: number
}

/** The file as it was written. */
export interface ExportFile {
  readonly bytes: number
  /** Of the whole file, in hexadecimal. */
  readonly sha256: string
  readonly sections: readonly SectionCount[]
}

export interface ExportContext extends ExportInput {
  /** What the file is called where it is saved. */
  readonly fileName: string | null
  /** What was there when it was asked for. */
  readonly sections: readonly SectionCount[]
  readonly file: ExportFile | null
  /** When the file is deleted, in milliseconds since 1970. */
  readonly expiresAt: number | null
  /** Why it could not be written, or deleted. */
  readonly code: string | null
}

export type ExportEvent =
  | { type: 'export.retried' }
  | { type: 'export.discarded' }
  /** The workspace is being cleaned up. */
  | { type: 'export.revoked' }
  | { type: 'operator.retried' }

export interface PlanExport {
  input: { exportId: string; tenantId: string }
  output: { fileName: string; sections: readonly SectionCount[] }
}
export interface WriteExport {
  input: { exportId: string; tenantId: string }
  output: ExportFile
}
export interface TellExport {
  input: ExportInput & { fileName: string; bytes: number; sha256: string; lifetimeMs: number }
  output: { expiresAt: number }
}
export interface DeleteExport {
  input: { exportId: string; tenantId: string }
  output: { deleted: true }
}
