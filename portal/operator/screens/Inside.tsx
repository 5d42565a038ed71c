/** A page of the console, with its frame, the search for actors and the way out. */
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useLocation } from 'wouter'
import type { PortalProblem } from '../../views/problems.ts'
import { StaleNotice } from '../../views/StaleNotice.tsx'
import { api } from '../data/api.ts'
import { signOut } from '../data/door.ts'
import type { Operator } from '../data/types.ts'
import { ConsoleShell } from '../views/ConsoleShell.tsx'
import { FindView } from '../views/FindView.tsx'

export interface InsideProps {
  operator: Operator
  title: ReactNode
  /** Beside the search for actors. */
  tools?: ReactNode
  /** Why what is shown may be old. */
  stale?: PortalProblem | null
  children: ReactNode
}

export function Inside({ operator, title, tools, stale = null, children }: InsideProps) {
  const [, go] = useLocation()
  return (
    <ConsoleShell
      operator={operator}
      title={title}
      tools={
        <>
          {tools}
          <Find onGo={go} />
        </>
      }
      notice={stale && <StaleNotice problem={stale} />}
      onNavigate={(href) => go(href.replace(/^\/operator/, ''))}
      onSignOut={() => void signOut().then(() => go('/sign-in'))}
    >
      {children}
    </ConsoleShell>
  )
}

function Find({ onGo }: { onGo(place: string): void }) {
  const [text, setText] = useState('')
  const found = useQuery({ ...api.operator.find.queryOptions({ text }), enabled: text !== '' })
  return (
    <FindView
      found={text === '' ? null : (found.data ?? null)}
      busy={found.isFetching}
      onFind={setText}
      onOpen={(actor) => {
        setText('')
        onGo(`/actors/${encodeURIComponent(actor)}`)
      }}
    />
  )
}
