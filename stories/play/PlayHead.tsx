import { Bug, SlidersHorizontal } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Chip } from '../../ui/Chip.tsx'
import { CopyButton } from '../../ui/CopyButton.tsx'
import { roleOf, roleWord } from '../../ui/chart/roles.ts'
import { Segments } from '../../ui/Segments.tsx'
import { pictureOf } from '../pictures/all.ts'
import { InspectDialog } from './InspectDialog.tsx'
import { addressOf, linkTo } from './link.ts'
import { leavesOf } from './marks.ts'
import type { Playing } from './usePlayer.ts'

export type Shown = 'both' | 'chart' | 'screen'

export interface PlayHeadProps {
  name: string
  playing: Playing
  storyId: string
  hasScreen: boolean
  shown: Shown
  onShow(shown: Shown): void
  /** The services are shown. */
  isOpen: boolean
  onOpen(isOpen: boolean): void
}

const sides: readonly { value: Shown; label: string }[] = [
  { value: 'both', label: 'Chart and screen' },
  { value: 'chart', label: 'Chart' },
  { value: 'screen', label: 'Screen' },
]

/** What is played, whose turn it is, and what can be done with the story as a whole. */
export function PlayHead({ name, playing, storyId, hasScreen, shown, onShow, isOpen, onOpen }: PlayHeadProps) {
  const { player, steps, link, brought } = playing
  const [isInspecting, setInspecting] = useState(false)
  const leaf = leavesOf(steps.at(-1), '')[0]
  const state = pictureOf(player.chart.flow.machine.id).states.find(({ path }) => path === leaf)
  const address = addressOf(location, storyId, linkTo(player.chart, link, steps, brought))
  return (
    <header className="tn-play-head">
      <h1>{name}</h1>
      {state && <Chip role={roleOf(state)}>{roleWord(state)}</Chip>}
      <span className="tn-sc-gap" />
      <CopyButton text={address} label="Copy link to this state" />
      <Button kind="quiet" small onClick={() => setInspecting(true)}>
        <Bug size={14} aria-hidden /> Inspect
      </Button>
      <Button kind="quiet" small aria-expanded={isOpen} onClick={() => onOpen(!isOpen)}>
        <SlidersHorizontal size={14} aria-hidden /> Services
      </Button>
      {hasScreen && <Segments<Shown> label="Show" options={sides} value={shown} onPick={onShow} />}
      {isInspecting && <InspectDialog player={player} onClose={() => setInspecting(false)} />}
    </header>
  )
}
