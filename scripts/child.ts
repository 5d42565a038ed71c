/** Runs the tools of node_modules as child processes. */
import { spawn } from 'node:child_process'
import { delimiter, join, resolve } from 'node:path'

/** The repository. */
export const root = resolve(import.meta.dirname, '..')

/**
 * Runs a command of node_modules to its end, its output going where ours goes. Answers its exit code; a command ended
 * by a signal, or that could not be started, has failed with 1. Signals we get are passed on to it.
 */
export function runTool(command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<number> {
  const PATH = `${join(root, 'node_modules/.bin')}${delimiter}${process.env.PATH}`
  const child = spawn(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, PATH, ...env } })
  const pass = (signal: NodeJS.Signals) => child.kill(signal)
  process.on('SIGINT', pass).on('SIGTERM', pass)
  return new Promise((done) => {
    const end = (code: number | null) => {
      process.off('SIGINT', pass).off('SIGTERM', pass)
      done(code ?? 1)
    }
    child.on('exit', end)
    child.on('error', (error) => {
      console.error(`Could not run ${command}: ${error.message}`)
      end(1)
    })
  })
}
