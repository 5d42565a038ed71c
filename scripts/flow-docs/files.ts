/** The files of `docs/flows`: a page, a picture and a configuration for each chart, and one that leads to them. */
import { join } from 'node:path'
import { configJson } from '../../machines/kit/config-json.ts'
import type { Flow } from '../../machines/kit/flow.ts'
import type { Picture } from '../../machines/kit/picture.ts'
import { lifecycleGroups } from '../../machines/lifecycle.ts'
import { svgOf } from '../../ui/chart/export/svg.ts'
import { root } from '../child.ts'
import { flowPage } from './page.ts'
import { plain } from './table.ts'

export interface Charted {
  readonly flow: Flow
  /** Of its folder and files. */
  readonly name: string
  readonly picture: Picture
}

const at = (file: string) => join(root, 'docs', 'flows', file)

export function flowDocs(charts: readonly Charted[], overview: Picture): { path: string; text: string }[] {
  const pages = new Map(charts.map(({ picture, name }) => [picture.id, name]))
  return [
    { path: at('README.md'), text: readme(charts) },
    { path: at('lifecycle.svg'), text: svgOf(overview, { asCards: true }) },
    ...charts.flatMap(({ flow, name, picture }) => [
      { path: at(`${name}.md`), text: flowPage(flow, picture, name, pages) },
      { path: at(`${name}.svg`), text: svgOf(picture) },
      { path: at(`${name}.json`), text: configJson(flow) },
    ]),
  ]
}

function readme(charts: readonly Charted[]): string {
  const item = (id: string) => {
    const chart = charts.find(({ picture }) => picture.id === id)
    if (!chart) return []
    const { name, picture } = chart
    return [`- [${plain(picture.title)}](${name}.md)${picture.summary && `: ${plain(picture.summary)}`}`]
  }
  const groups = lifecycleGroups.flatMap((group) => [`## ${plain(group.name)}`, '', ...group.charts.flatMap(item), ''])
  const lines = [
    '<!-- Written by `npm run diagrams` from the charts; do not edit. -->',
    '',
    '# The customer lifecycle, chart by chart',
    '',
    '![Every chart, and which sets which going](lifecycle.svg)',
    '',
    'Each page shows a chart that runs in production: its picture, and everything in it as tables.',
    '',
    ...groups,
  ]
  return `${lines.join('\n').trimEnd()}\n`
}
