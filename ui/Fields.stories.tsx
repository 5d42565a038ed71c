import type { Meta, StoryObj } from '@storybook/react-vite'
import { useState } from 'react'
import { expect, fn } from 'storybook/test'
import { CodeField } from './CodeField.tsx'
import { Field, type FieldProps } from './Field.tsx'
import { PasswordField } from './PasswordField.tsx'

const meta = {
  title: 'Parts/Fields',
  decorators: [
    (Story) => (
      <main className="tenure-portal bg-canvas p-6">
        <h1 className="tn-hidden">Fields</h1>
        <div className="grid max-w-88 gap-4 rounded-card bg-surface p-6 shadow-card">
          <Story />
        </div>
      </main>
    ),
  ],
} satisfies Meta
export default meta
type Story = StoryObj<typeof meta>

const TextField = (props: Omit<FieldProps, 'children'>) => (
  <Field {...props}>{(control) => <input {...control} autoComplete="off" />}</Field>
)

export const Plain: Story = {
  render: () => (
    <>
      <TextField label="Company" help="Your workspace is named after it." />
      <TextField label="Your name" error="Your name is missing. Type it the way your team should see it." />
      <PasswordField label="Password" name="password" />
      <Field label="Your role">
        {(control) => (
          <select {...control}>
            <option>Developer</option>
            <option>Designer</option>
          </select>
        )}
      </Field>
    </>
  ),
}

const onComplete = fn()

function Code({ invalid = false, start = '' }: { invalid?: boolean; start?: string }) {
  const [code, setCode] = useState(start)
  return (
    <CodeField
      label="Six-digit code"
      value={code}
      invalid={invalid}
      busy={false}
      onChange={setCode}
      onComplete={onComplete}
    />
  )
}

export const CodePasted: Story = {
  render: () => <Code />,
  play: async ({ canvas, userEvent }) => {
    onComplete.mockClear()
    await userEvent.click(canvas.getByLabelText('Six-digit code'))
    await userEvent.paste('418 203')
    await expect(canvas.getByLabelText('Six-digit code')).toHaveValue('418203')
    await expect(onComplete.mock.calls).toEqual([['418203']])
  },
}
export const CodeHalfTyped: Story = {
  render: () => <Code />,
  play: async ({ canvas, userEvent }) => {
    await userEvent.type(canvas.getByLabelText('Six-digit code'), '418')
    await expect(canvas.getByLabelText('Six-digit code')).toHaveValue('418')
  },
}
export const CodeWrong: Story = { render: () => <Code start="418203" invalid /> }
