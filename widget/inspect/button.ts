/** One quiet button in a corner, and a line beside it for what became of a press. For developers, so in English only. */

export type Say = (words: string) => void

const LABEL = 'Inspect this flow'
const WHAT_IT_DOES =
  'Opens a window on stately.ai, another company’s site, and shows it this flow’s states. Nothing typed here goes there.'

const corner = [
  'position:fixed;inset-block-end:8px;inset-inline-end:8px;z-index:1',
  'display:flex;flex-wrap:wrap;justify-content:end;align-items:center;gap:4px 8px',
  'max-width:calc(100% - 16px);font:400 12px/16px var(--tn-font);color:var(--tn-ink-2)',
].join(';')
const quiet = [
  'min-height:28px;padding:0 10px;border:1px solid var(--tn-line-control);border-radius:8px',
  'background:var(--tn-surface);color:inherit;font:inherit;cursor:pointer',
].join(';')
const line = 'margin:0;border-radius:8px;background:var(--tn-surface)'

/** Room under the flow, so that the button never lies on a button of the flow. */
const ROOM = '60px'

/** `onPress` runs within the press, so it may open a window. */
export function showButton(page: Document, onPress: (say: Say) => Promise<void>): void {
  const aside = page.createElement('aside')
  aside.lang = 'en'
  aside.dir = 'ltr'
  aside.ariaLabel = 'For developers'
  aside.style.cssText = corner

  // there before it says anything, or a screen reader would not notice it
  const status = page.createElement('p')
  status.role = 'status'
  status.style.cssText = line
  const say: Say = (words) => {
    status.textContent = words
    status.style.padding = words ? '4px 8px' : '0'
  }

  const button = page.createElement('button')
  button.type = 'button'
  button.textContent = LABEL
  button.title = WHAT_IT_DOES
  button.style.cssText = quiet
  button.onclick = () => void onPress(say)

  aside.append(status, button)
  page.body.append(aside)
  page.getElementById('tenure')!.style.paddingBlockEnd = ROOM
}
