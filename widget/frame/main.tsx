/** The frame and the hosted page: one script, told apart by what the server wrote into the page. */
import { createRoot } from 'react-dom/client'
import { openSession } from '../client/session.ts'
import { browserShelf } from '../client/shelf.ts'
import { Onboarding } from '../onboarding/Onboarding.tsx'
import { connectHost, reportHeight } from './host.ts'
import { readPage, takeResumeToken } from './page.ts'
import './frame.css'

const { embeddingKey, locale, origins } = readPage(document)
const shelf = browserShelf(`tenure.onboarding.${embeddingKey}`)
takeResumeToken(shelf)

const root = document.getElementById('tenure')!
const host = connectHost(origins, document)
const session = openSession({ base: '', machine: 'onboarding', input: { embeddingKey, locale }, shelf })
const places = { signInUrl: '/portal/sign-in', hostedUrl: `/signup?key=${encodeURIComponent(embeddingKey)}` }

createRoot(root).render(
  <Onboarding
    session={session}
    places={places}
    onStep={(state) => host.tell({ type: 'step', state })}
    onCompleted={() => host.tell({ type: 'completed' })}
  />,
)
reportHeight(host, root)
host.tell({ type: 'ready' })
