/** The frame and the hosted page of a leaving. */
import { createRoot } from 'react-dom/client'
import { connectHost, reportHeight } from '../frame/host.ts'
import { readPage } from '../frame/page.ts'
import { Leaving } from './Leaving.tsx'
import './leaving.css'

const { locale, origins } = readPage(document)
const root = document.getElementById('tenure')!
const host = connectHost(origins, document)

createRoot(root).render(
  <Leaving
    base=""
    locale={locale}
    onStep={(state) => host.tell({ type: 'step', state })}
    onCompleted={() => host.tell({ type: 'completed' })}
  />,
)
reportHeight(host, root)
host.tell({ type: 'ready' })
