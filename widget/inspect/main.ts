/**
 * Offers the Stately inspector on a page that shows a sign-up. The server includes this script in development only, and
 * only in a page whose address asks for it.
 *
 * Promise: before the button is pressed nothing but the button is loaded, and no other host is asked for anything.
 */
import { readPage } from '../frame/page.ts'
import { browserShelf } from '../client/shelf.ts'
import { type Say, showButton } from './button.ts'
import { openInspector } from './inspector-window.ts'

const { embeddingKey } = readPage(document)
const shelf = browserShelf(`tenure.onboarding.${embeddingKey}`)
let stop = () => {}

/** The window opens within the press: later it would count as a pop-up that nobody asked for. */
async function inspect(say: Say) {
  stop()
  const inspector = openInspector(window)
  if (!inspector) return say('Your browser blocked the window. Allow pop-ups for this page, then press again.')
  stop = inspector.close
  try {
    const { feed } = await import('./feed.ts')
    // pressed again meanwhile: the flow is followed once
    if (stop !== inspector.close) return
    const end = feed(inspector, shelf)
    stop = () => {
      end()
      inspector.close()
    }
    say('Followed in the other window.')
  } catch (error) {
    console.warn('The inspector did not load.', error)
    say('The inspector did not load. Reload this page and press again.')
  }
}

showButton(document, inspect)
