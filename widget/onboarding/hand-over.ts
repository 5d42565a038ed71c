/** Leaves for the portal: the one-time token is posted to the top window, so it stands in no address and no history. */
export function postHandOver({ action, token }: { action: string; token: string }): void {
  const form = document.createElement('form')
  form.method = 'post'
  form.action = action
  form.target = '_top'
  form.hidden = true
  const field = document.createElement('input')
  field.name = 'token'
  field.value = token
  form.append(field)
  document.body.append(form)
  form.submit()
  form.remove()
}
