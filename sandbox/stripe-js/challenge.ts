/** The bank's question, in a dialog over the page. A modal `dialog` keeps the focus inside and gives it back after. */
import { adopt, dialogLook } from './look.ts'
import type { Words } from './words.ts'

/** Resolves with whether the person said yes. Escape is a no. */
export function askInDialog(words: Words): Promise<boolean> {
  const host = document.createElement('div')
  const shadow = host.attachShadow({ mode: 'open' })
  adopt(shadow, dialogLook)
  const dialog = dialogOf(words)
  shadow.append(dialog)
  document.body.append(host)
  dialog.showModal()
  return new Promise((done) => {
    dialog.addEventListener('close', () => {
      host.remove()
      done(dialog.returnValue === 'complete')
    })
  })
}

function dialogOf(words: Words): HTMLDialogElement {
  const dialog = document.createElement('dialog')
  dialog.className = 'root'
  dialog.setAttribute('aria-labelledby', 'title')
  dialog.setAttribute('aria-describedby', 'text')
  const title = Object.assign(document.createElement('h2'), { id: 'title', textContent: words.challengeTitle })
  const text = Object.assign(document.createElement('p'), { id: 'text', textContent: words.challengeText })
  const form = Object.assign(document.createElement('form'), { method: 'dialog', className: 'actions' })
  form.append(button(words.complete, 'complete', ''), button(words.fail, 'fail', 'quiet'))
  dialog.append(title, text, form)
  return dialog
}

const button = (textContent: string, value: string, className: string): HTMLButtonElement =>
  Object.assign(document.createElement('button'), { textContent, value, className })
