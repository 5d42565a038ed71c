/** Where each chart's pictures stand, and what they should say. */
import { join } from 'node:path'
import type { Flow } from '../machines/kit/flow.ts'
import { outline } from '../machines/kit/outline.ts'
import type { Picture } from '../machines/kit/picture.ts'
import { pack } from '../machines/kit/picture-file.ts'
import { flows } from '../machines/registry.ts'
import { root } from './child.ts'
import { largeOutline } from './layout/large.ts'
import { type Charted, flowDocs } from './flow-docs/files.ts'
import { layout } from './layout/layout.ts'
import { lifecycle } from './layout/lifecycle.ts'
import { mermaid } from '../ui/chart/export/mermaid.ts'

export interface WrittenFile {
  readonly path: string
  readonly text: string
}

/** `signIn` → `sign-in`: the folder of a chart, and the name of its files. */
export const folderOf = (id: string) => id.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

export async function pictures(): Promise<WrittenFile[]> {
  const charts: Charted[] = []
  for (const flow of flows as readonly Flow[]) {
    charts.push({ flow, name: folderOf(flow.machine.id), picture: await layout(outline(flow)) })
  }
  const overview = lifecycle(charts.map(({ picture }) => picture))
  return [
    ...charts.flatMap(filesBeside),
    { path: join(root, 'machines', 'lifecycle.picture.json'), text: `${JSON.stringify(overview)}\n` },
    { path: join(root, 'stories', 'pictures', 'large.picture.json'), text: textOf(await layout(largeOutline())) },
    ...flowDocs(charts, overview),
  ]
}

/** What stands in the chart's own folder. */
function filesBeside({ name, picture }: Charted): WrittenFile[] {
  const beside = (ending: string) => join(root, 'machines', name, `${name}.${ending}`)
  return [
    { path: beside('mmd'), text: mermaid(picture) },
    { path: beside('picture.json'), text: textOf(picture) },
  ]
}

/** A line for each state and transition, so that a change can be read. */
export function textOf(picture: Picture): string {
  const lines = Object.entries(pack(picture)).map(([name, value]) => {
    const isList = Array.isArray(value) && value.length > 0
    const text = isList ? `[\n${value.map((item) => JSON.stringify(item)).join(',\n')}\n]` : JSON.stringify(value)
    return `${JSON.stringify(name)}:${text}`
  })
  return `{\n${lines.join(',\n')}\n}\n`
}
