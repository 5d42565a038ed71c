import type { ReactNode } from 'react'
import { Button, Heading, Hr, Link, Text } from 'react-email'
import { light, mono } from './palette.ts'

/** The parts a mail is written with. Styles are inline, because mail programs keep little else. */

export function Title({ children }: { children: ReactNode }) {
  return (
    <Heading className="ink" style={{ color: light.ink, fontSize: 24, lineHeight: '32px', fontWeight: 600, margin: 0 }}>
      {children}
    </Heading>
  )
}

export function Line({ children }: { children: ReactNode }) {
  return (
    <Text className="ink2" style={{ color: light.ink2, fontSize: 15, lineHeight: '24px', margin: '8px 0 0' }}>
      {children}
    </Text>
  )
}

export function Strong({ children }: { children: ReactNode }) {
  return (
    <strong className="ink" style={{ color: light.ink, fontWeight: 600 }}>
      {children}
    </strong>
  )
}

/** Never broken over two lines. */
export const Together = ({ children }: { children: ReactNode }) => (
  <span style={{ whiteSpace: 'nowrap' }}>{children}</span>
)

/** Below the rule: what to know when the mail was not asked for. `faint`: the foot. */
export function Small({ children, faint = false }: { children: ReactNode; faint?: boolean }) {
  const size = faint ? { fontSize: 12, lineHeight: '16px', margin: '20px 0 0' } : { fontSize: 13, lineHeight: '20px' }
  return (
    <Text
      className={faint ? 'ink3' : 'ink2'}
      style={{ color: faint ? light.ink3 : light.ink2, margin: '8px 0 0', ...size }}
    >
      {children}
    </Text>
  )
}

export function Rule() {
  return <Hr className="rule" style={{ borderColor: light.line, margin: '24px 0 16px' }} />
}

export function Anchor({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link className="link" href={href} style={{ color: light.accentInk, fontWeight: 500, textDecoration: 'underline' }}>
      {children}
    </Link>
  )
}

export function Action({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Button className="button" href={href} style={action}>
      {children}
    </Button>
  )
}

const action = {
  background: light.accent,
  color: light.onAccent,
  borderRadius: 8,
  fontSize: 15,
  fontWeight: 500,
  lineHeight: '20px',
  margin: '20px 0 8px',
  padding: '12px 20px',
}

/** Facts under each other: what on the left, the value on the right. */
export function Facts({ rows }: { rows: readonly (readonly [string, string])[] }) {
  return (
    <table
      className="facts"
      role="presentation"
      width="100%"
      cellPadding="0"
      cellSpacing="0"
      style={{ margin: '20px 0 0' }}
    >
      <tbody>
        {rows.map(([what, value]) => (
          <tr key={what}>
            <td className="ink3" style={{ ...fact, color: light.ink3, paddingRight: 16, whiteSpace: 'nowrap' }}>
              {what}
            </td>
            <td className="ink" align="right" style={{ ...fact, color: light.ink, fontWeight: 500 }}>
              {value}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const fact = { fontSize: 13, lineHeight: '20px', padding: '4px 0', verticalAlign: 'top' as const }

/** The six digits in two groups, which is how people read them out. The title says them too, for text. */
export function CodePanel({ code }: { code: string }) {
  return (
    <table role="presentation" width="100%" data-skip-in-text="true" style={{ margin: '20px 0 16px' }}>
      <tbody>
        <tr>
          <td align="center" className="code" style={panel}>
            {grouped(code)}
          </td>
        </tr>
      </tbody>
    </table>
  )
}

const panel = {
  background: light.accentSoft,
  color: light.accentInk,
  borderRadius: 12,
  fontFamily: mono,
  fontSize: 36,
  fontWeight: 600,
  letterSpacing: '0.08em',
  lineHeight: '44px',
  padding: 20,
  whiteSpace: 'nowrap' as const,
}

/** "418302" as "418 302". */
export const grouped = (code: string): string => `${code.slice(0, 3)} ${code.slice(3)}`
