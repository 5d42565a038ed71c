import { type KeyboardEvent, useId, useState } from 'react'
import type { Picture } from '../../machines/kit/picture.ts'
import type { Chosen } from './marks.ts'
import { find, type Found } from './named.ts'

export interface ChartSearchProps {
  picture: Picture
  onFind(chosen: NonNullable<Chosen>): void
}

/** Finds a state or an event by its name. Arrow keys go through what was found, Enter takes it. */
export function ChartSearch({ picture, onFind }: ChartSearchProps) {
  const id = useId()
  const [words, setWords] = useState('')
  const [at, setAt] = useState(0)
  const found = find(picture, words)
  const isOpen = words.trim() !== ''

  function take({ chosen }: Found) {
    setWords('')
    onFind(chosen)
  }

  function onKeyDown(event: KeyboardEvent) {
    const one = found[at]
    if (event.key === 'Escape') return setWords('')
    if (event.key === 'Enter' && one) take(one)
    else if (event.key === 'ArrowDown') setAt(Math.min(at + 1, found.length - 1))
    else if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0))
    else return
    event.preventDefault()
  }

  return (
    <search className="tn-sc-search">
      <input
        className="tn-input"
        type="text"
        role="combobox"
        aria-label="Find a state or event"
        aria-expanded={isOpen}
        aria-controls={`${id}-found`}
        aria-activedescendant={isOpen && found[at] ? `${id}-${at}` : undefined}
        autoComplete="off"
        placeholder="Find a state or event"
        value={words}
        onChange={(event) => {
          setWords(event.target.value)
          setAt(0)
        }}
        onBlur={() => setWords('')}
        onKeyDown={onKeyDown}
      />
      <div id={`${id}-found`} role="listbox" aria-label="Found" hidden={!isOpen || found.length === 0}>
        {found.map((one, index) => (
          <div
            key={'state' in one.chosen ? `state:${one.chosen.state}` : one.chosen.transition}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            // before the field loses the focus, and with it the list
            onPointerDown={(event) => {
              event.preventDefault()
              take(one)
            }}
          >
            <b>{one.name}</b> <span>{one.where}</span>
          </div>
        ))}
      </div>
      <p className="tn-hidden" role="status">
        {isOpen && `${found.length} found`}
      </p>
      {isOpen && found.length === 0 && <p className="tn-sc-none">Nothing here is called that.</p>}
    </search>
  )
}
