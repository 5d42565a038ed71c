/** What every story of a mail proves: it is there, whole, fit for everybody's eyes in both schemes, and says the same as text. */
import axe from 'axe-core'
import { expect, userEvent, waitFor, within } from 'storybook/test'
import { inScheme } from './write.ts'

export async function playMail({ canvasElement }: { canvasElement: HTMLElement }) {
  const mail = within(canvasElement)
  const frame = await mail.findByTitle<HTMLIFrameElement>(/^The mail: /)
  await waitFor(() => expect(frame.contentDocument?.querySelector('h1')).toHaveTextContent(/\w/))
  for (const scheme of ['light', 'dark'])
    await expect(await faultsOf(inScheme(frame.srcdoc, scheme), canvasElement)).toEqual([])
  await userEvent.click(mail.getByRole('radio', { name: 'Plain text' }))
  await expect(mail.getByText(/Tenure, Hafenstraße 12/)).toBeVisible()
  await userEvent.click(mail.getByRole('radio', { name: 'HTML' }))
  await mail.findByTitle(/^The mail: /)
}

/** No script runs in the frame, so axe looks at the same elements outside of it, with their own styles and no others. */
async function faultsOf(html: string, canvas: HTMLElement): Promise<string[]> {
  const { head, body } = new DOMParser().parseFromString(html, 'text/html')
  const host = canvas.appendChild(document.createElement('section'))
  const sheet = document.createElement('div')
  sheet.className = body.className
  sheet.style.cssText = body.style.cssText
  sheet.append(...head.querySelectorAll('style'), ...body.childNodes)
  host.attachShadow({ mode: 'open' }).append(sheet)
  const { violations } = await axe.run(host, { rules: { region: { enabled: false } } })
  host.remove()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}
