/** What went wrong, for the log: the message and the code, never a payload. */
export function forLog(error: unknown): { message: string; code?: string; stack?: string } {
  if (!(error instanceof Error)) return { message: String(error) }
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined
  return { message: error.message, ...(code && { code }), ...(error.stack && { stack: error.stack }) }
}
