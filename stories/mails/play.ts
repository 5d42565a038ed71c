/** What every story of a mail proves: it is there, whole, fit for everybody's eyes, and says the same as text. */
import axe from 'axe-core'
import { expect, userEvent, waitFor, within } from 'storybook/test'

export async function playMail({ canvasElement }: { canvasElement: HTMLElement }) {
  const mail = within(canvasElement)
  const frame = await mail.findByTitle<HTMLIFrameElement>(/^The mail: /)
  await waitFor(() => expect(frame.contentDocument?.querySelector('h1')).toHaveTextContent(/\w/))
  await expect(await faultsOf(frame.contentDocument!, canvasElement)).toEqual([])
  await userEvent.click(mail.getByRole('radio', { name: 'Plain text' }))
  await expect(mail.getByText(/Tenure, Hafenstraße 12/)).toBeVisible()
  await userEvent.click(mail.getByRole('radio', { name: 'HTML' }))
  await mail.findByTitle(/^The mail: /)
}

/** No script runs in the frame, so axe looks at the same elements outside of it, with their own styles and no others. */
async function faultsOf(page: Document, canvas: HTMLElement): Promise<string[]> {
  const host = canvas.appendChild(document.createElement('section'))
  const shadow = host.attachShadow({ mode: 'open' })
  const styles = [...page.querySelectorAll('style')].map(({ outerHTML }) => outerHTML)
  shadow.innerHTML = `${styles.join('')}${page.body.outerHTML}`
  const { violations } = await axe.run(host, { rules: { region: { enabled: false } } })
  host.remove()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}
