/** The page inside the frame, and the hosted page: the same script, dressed differently. */
import type { EmbeddingKey } from '../../api/ports.ts'
import type { FrameAssets } from '../assets.ts'
import { Html, html, page } from '../html.ts'

export interface FramePage {
  readonly keyName: string
  readonly key: EmbeddingKey
  readonly lang: string
  readonly assets: FrameAssets
  /** A script beside the flow's own, that offers the inspector; null for every page of production. */
  readonly inspector: string | null
}

const moduleScript = (script: string) => html`<script type="module" src="${script}"></script>`

const links = ({ assets: { script, styles }, inspector }: FramePage) =>
  html`${styles.map((style) => html`<link rel="stylesheet" href="${style}">`)}${moduleScript(script)}${inspector && moduleScript(inspector)}`

const settings = ({ keyName, key }: FramePage) =>
  html`<meta name="tenure" data-key="${keyName}" data-origins="${key.origins.join(' ')}">`

/**
 * The key's own colours, in the page from the first paint. Not escaped, because a style sheet knows no entities: what
 * could leave a declaration, or the element, is refused when the keys are read (plans/embedding-keys.ts).
 */
const colours = ({ key }: FramePage) => {
  const declarations = Object.entries(key.appearance).map(([name, value]) => `${name}:${value};`)
  return new Html(`:root{${declarations.join('')}}`)
}

const titles = {
  onboarding: { frame: 'Sign up', page: 'Create your workspace · Tenure' },
  offboarding: { frame: 'Close a workspace', page: 'Close a workspace · Tenure' },
}

/** Flush with the host's page, which brings the card around it, and transparent where it shows no card of its own. */
export const framePage = (frame: FramePage): string =>
  page({
    title: titles[frame.key.flow].frame,
    lang: frame.lang,
    head: html`${settings(frame)}${links(frame)}<style>${colours(frame)}body{margin:0;background:none}</style>`,
    body: html`<main id="tenure" data-flat></main>`,
  })

export const hostedPage = (frame: FramePage): string =>
  page({
    title: titles[frame.key.flow].page,
    lang: frame.lang,
    head: html`${settings(frame)}${links(frame)}<style>${colours(frame)}html{background:var(--tn-canvas)}body{margin:0;min-height:100vh;display:grid;place-items:center}main{width:100%;max-width:432px;padding:24px 16px;box-sizing:border-box}</style>`,
    body: html`<main id="tenure"></main>`,
  })
