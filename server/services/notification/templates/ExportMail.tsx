import { Letter } from './Letter.tsx'
import { Action, Facts, Line, Rule, Small, Strong, Title } from './parts.tsx'
import type { MailProps } from './props.ts'
import { asName, dateOf, host, oneLine, sizeOf } from './words.ts'

export const exportReadySubject = ({ company }: MailProps['exportReady']) =>
  `Your export of ${oneLine(company)} is ready`

/** An export can be downloaded. The link leads to the portal: a file is only for who is signed in. */
export function ExportReadyMail(props: MailProps['exportReady']) {
  const { name, company, fileName, bytes, sha256, untilMs, link, site } = props
  return (
    <Letter
      preview={`It can be downloaded until ${dateOf(untilMs)}.`}
      step={null}
      because={`Sent because you asked for an export of ${asName(company)} at ${host(site)}.`}
    >
      <Title>Your export is ready</Title>
      <Line>
        {asName(name)}, everything in <Strong>{asName(company)}</Strong> is in one file, as JSON and CSV. You can
        download it as often as you like until {dateOf(untilMs)}; then the file is deleted, and you can make another.
      </Line>
      <Action href={link}>Go to the download</Action>
      <Facts
        rows={[
          ['File', asName(fileName)],
          ['Size', sizeOf(bytes)],
          ['SHA-256', sha256.slice(0, 32)],
          ['', sha256.slice(32)],
        ]}
      />
      <Rule />
      <Small>
        <Strong>You did not ask for this?</Strong> Then somebody used your session. Sign in, throw the export away, and
        change your password.
      </Small>
    </Letter>
  )
}
