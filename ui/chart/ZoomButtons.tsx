import { Maximize, Minus, Plus } from 'lucide-react'

export interface ZoomButtonsProps {
  scale: number
  onZoom(by: number): void
  onFit(): void
}

/** Nearer, farther, everything. They float over the lower right corner of a picture. */
export function ZoomButtons({ scale, onZoom, onFit }: ZoomButtonsProps) {
  return (
    <div className="tn-sc-zoom">
      <button type="button" aria-label="Zoom out" onClick={() => onZoom(0.8)}>
        <Minus size={14} aria-hidden />
      </button>
      <output aria-label="Zoom">{Math.round(scale * 100)} %</output>
      <button type="button" aria-label="Zoom in" onClick={() => onZoom(1.25)}>
        <Plus size={14} aria-hidden />
      </button>
      <button type="button" aria-label="Show all" onClick={onFit}>
        <Maximize size={14} aria-hidden />
      </button>
    </div>
  )
}
