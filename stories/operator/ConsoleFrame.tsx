import type { ReactNode } from 'react'
import { ConsoleShell } from '../../portal/operator/views/ConsoleShell.tsx'
import { FindView } from '../../portal/operator/views/FindView.tsx'

const nothing = () => {}

/** The console around a page of a story. */
export const ConsoleFrame = ({
  title,
  tools,
  notice,
  children,
}: {
  title: ReactNode
  tools?: ReactNode
  notice?: ReactNode
  children: ReactNode
}) => (
  <ConsoleShell
    operator={{ name: 'Ines Berg', email: 'ines@tenure.test' }}
    title={title}
    notice={notice}
    tools={
      <>
        {tools}
        <FindView found={null} busy={false} onFind={nothing} onOpen={nothing} />
      </>
    }
    onNavigate={nothing}
    onSignOut={nothing}
  >
    {children}
  </ConsoleShell>
)
