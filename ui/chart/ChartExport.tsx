import { Download } from 'lucide-react'
import { Button } from '../Button.tsx'
import { Menu } from '../Menu.tsx'

export interface ChartExportProps {
  /** What the files are called, without ending. */
  name: string
  /** Each as text; made when it is asked for. One that is missing is not offered. */
  svg?: () => string
  mermaid?: () => string
  /** The chart's configuration, as the Stately editor takes it. */
  xstate?: () => string
}

const kinds = [
  { kind: 'svg', label: 'Picture (SVG)', ending: 'svg', type: 'image/svg+xml' },
  { kind: 'mermaid', label: 'Mermaid', ending: 'mmd', type: 'text/plain' },
  { kind: 'xstate', label: 'XState (JSON)', ending: 'json', type: 'application/json' },
] as const

/** Takes a chart along, in the formats other tools read. */
export function ChartExport({ name, ...texts }: ChartExportProps) {
  const items = kinds.flatMap(({ kind, label, ending, type }) => {
    const text = texts[kind]
    return text ? [{ label, onSelect: () => download(`${name}.${ending}`, text(), type) }] : []
  })
  return (
    <Menu
      trigger={
        <Button kind="outline" small>
          <Download size={14} aria-hidden /> Export
        </Button>
      }
      items={items}
    />
  )
}

function download(file: string, text: string, type: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }))
  const link = document.createElement('a')
  link.href = url
  link.download = file
  link.click()
  // the browser has begun reading it by then
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
