import { createContext, type ReactNode, useContext } from 'react'
import { Body, Container, Head, Html, Preview, Section } from 'react-email'
import { darkSheet, light, sans } from './palette.ts'
import { Anchor, Small } from './parts.tsx'
import { Track } from './Track.tsx'

/** Where the reader stops mails of this one's class; null when they cannot. Given once, around whatever mail it is. */
export const StopLink = createContext<string | null>(null)

export interface LetterProps {
  /** What an inbox shows beside the subject. */
  readonly preview: string
  /** Where the person stands on the way in; null for a mail that belongs to no step. */
  readonly step: number | null
  /** Why this mail was sent, for the foot. */
  readonly because: string
  readonly children: ReactNode
}

/** The sheet every mail is written on. */
export function Letter({ preview, step, because, children }: LetterProps) {
  return (
    <Html lang="en">
      <Head>
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <style>{darkSheet}</style>
      </Head>
      <Body className="canvas" style={{ background: light.canvas, fontFamily: sans, margin: 0, padding: '32px 16px' }}>
        <Preview>{preview}</Preview>
        <Container className="card" style={card}>
          <Section>
            <Sender />
            {step === null ? <div style={{ height: 20 }} /> : <Track at={step} />}
            {children}
            <Small faint>{`Tenure, Hafenstraße 12, 04109 Leipzig. ${because}`}</Small>
            <Stop />
          </Section>
        </Container>
      </Body>
    </Html>
  )
}

const card = {
  maxWidth: 480,
  background: light.surface,
  border: `1px solid ${light.line}`,
  borderRadius: 14,
  padding: 32,
}

function Stop() {
  const link = useContext(StopLink)
  return (
    link !== null && (
      <Small faint>
        You can do without mails like this one: <Anchor href={link}>unsubscribe</Anchor>.
      </Small>
    )
  )
}

/** Where inline drawings are dropped, the name remains. */
function Sender() {
  return (
    <table role="presentation" cellPadding="0" cellSpacing="0" data-skip-in-text="true">
      <tbody>
        <tr>
          <td aria-hidden="true" className="mark" style={{ color: light.accent, paddingRight: 8, lineHeight: 0 }}>
            <svg width="22" height="22" viewBox="0 0 20 20" fill="none" aria-hidden="true">
              <circle cx="4" cy="15" r="2.6" fill="currentColor" />
              <path d="M6.6 15h1.2a3 3 0 0 0 3-3V9.6" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" />
              <circle cx="13" cy="6.4" r="4.6" stroke="currentColor" strokeWidth="1.8" />
              <circle cx="13" cy="6.4" r="1.9" fill="currentColor" />
            </svg>
          </td>
          <td className="ink" style={{ color: light.ink, fontSize: 15, fontWeight: 600 }}>
            Tenure
          </td>
        </tr>
      </tbody>
    </table>
  )
}
