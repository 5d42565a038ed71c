/** Whatever follows the first step comes as one piece, asked for as soon as that step stands. */
import { type ComponentType, createElement, lazy } from 'react'
import { SkewStep } from '../steps/SkewStep.tsx'

export const loadLater = () => import('./LaterPiece.ts')
type Piece = Awaited<ReturnType<typeof loadLater>>

const one = <Props extends object>(pick: (piece: Piece) => ComponentType<Props>) =>
  lazy(() =>
    loadLater().then(
      (piece) => ({ default: pick(piece) }),
      // a newer build has taken its place, or the line is down: what was begun is on the server
      () => ({ default: PieceMissing as ComponentType<Props> }),
    ),
  )
const PieceMissing = () => createElement(SkewStep, { onReload: () => location.reload() })

export const Typing = one((piece) => piece.Typing)
export const Inside = one((piece) => piece.Inside)
export const NoneStep = one((piece) => piece.NoneStep)
export const ChooseStep = one((piece) => piece.ChooseStep)
export const GoneStep = one((piece) => piece.GoneStep)
