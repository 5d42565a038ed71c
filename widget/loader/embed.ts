/**
 * `<tenure-flow flow="onboarding" key="pk_…">`: puts the frame into a product's page and keeps its height.
 *
 * Attributes: `flow` (onboarding, offboarding), `key`, `locale`, `theme` (light, dark, auto), and `inspect`, which in
 * development offers the inspector. `--tenure-*` variables set on the element dress the frame. Events: `ready`, `resize`,
 * `step`, `completed`, `error`; each a CustomEvent whose detail holds ids and numbers only.
 */
import type { Connect, FromFrame, FromLoader } from '../frame/protocol.ts'

const PATIENCE_MS = 10_000
/** The first step's height, so the page does not jump when the frame arrives. */
const RESERVED = 484
const script = document.currentScript as HTMLScriptElement | null
const home = new URL(script?.src ?? location.href).origin

class TenureFlow extends HTMLElement {
  static observedAttributes = ['theme']
  private frame: HTMLIFrameElement | undefined
  private port: MessagePort | undefined
  private patience = 0

  private get flow() {
    return this.getAttribute('flow') ?? 'onboarding'
  }

  connectedCallback() {
    const query = new URLSearchParams({ key: this.getAttribute('key') ?? '' })
    const locale = this.getAttribute('locale') ?? document.documentElement.lang
    if (locale) query.set('locale', locale)
    if (this.hasAttribute('inspect')) query.set('inspect', '')
    const frame = document.createElement('iframe')
    frame.src = `${home}/embed/${this.flow}?${query}`
    frame.title = this.getAttribute('title') ?? (this.flow === 'offboarding' ? 'Close a workspace' : 'Sign up')
    frame.allow = 'clipboard-write'
    frame.style.cssText = `display:block;width:100%;border:0;height:${RESERVED}px;color-scheme:normal`
    frame.onload = () => this.connect(frame)
    this.frame = frame
    this.replaceChildren(frame)
    this.patience = window.setTimeout(() => this.giveUp(query), PATIENCE_MS)
  }

  disconnectedCallback() {
    clearTimeout(this.patience)
    this.port?.close()
    this.port = this.frame = undefined
    this.replaceChildren()
  }

  attributeChangedCallback() {
    this.dress()
  }

  private connect(frame: HTMLIFrameElement) {
    const { port1, port2 } = new MessageChannel()
    this.port?.close()
    this.port = port1
    port1.onmessage = ({ data }: MessageEvent<FromFrame>) => this.heard(data)
    const hello: Connect = { tenure: 1 }
    frame.contentWindow?.postMessage(hello, home, [port2])
    this.dress()
  }

  private heard({ type, ...detail }: FromFrame) {
    clearTimeout(this.patience)
    if (type === 'resize' && this.frame && 'height' in detail) this.frame.style.height = `${Number(detail.height)}px`
    this.dispatchEvent(new CustomEvent(type, { detail }))
  }

  private dress() {
    const theme = (this.getAttribute('theme') ?? 'auto') as FromLoader['theme']
    const variables = Object.fromEntries(
      [...this.style]
        .filter((name) => name.startsWith('--tenure-'))
        .map((name) => [name, this.style.getPropertyValue(name)]),
    )
    this.port?.postMessage({ type: 'appearance', theme, variables } satisfies FromLoader)
  }

  /** Nobody answered: blocked, offline, or a key that does not allow this page. The same flow has a page of its own. */
  private giveUp(query: URLSearchParams) {
    const link = document.createElement('a')
    const leaves = this.flow === 'offboarding'
    link.href = `${home}/${leaves ? 'leave' : 'signup'}?${query}`
    link.textContent = `${leaves ? 'Close the workspace' : 'Sign up'} on a page of its own`
    this.replaceChildren(link)
    this.dispatchEvent(new CustomEvent('error', { detail: { code: 'frame.unreachable' } }))
  }
}

if (!customElements.get('tenure-flow')) customElements.define('tenure-flow', TenureFlow)
