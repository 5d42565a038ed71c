/** Where each chart's picture stands, and what it should say. */
import { join } from 'node:path'
import { flows } from '../machines/registry.ts'
import { mermaid } from './mermaid.ts'
import { root } from './child.ts'

export interface Picture {
  readonly path: string
  readonly text: string
}

const folderOf = (id: string) => id.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

export const pictures = (): Picture[] =>
  flows.map(({ machine }) => {
    const name = folderOf(machine.id)
    return { path: join(root, 'machines', name, `${name}.mmd`), text: mermaid(machine) }
  })
