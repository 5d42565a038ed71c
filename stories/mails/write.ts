/** Writes a sample by the templates that write every mail. */
import { isOptional, mailClasses } from '../../machines/vocabulary/notices.ts'
import { render } from '../../server/services/notification/templates/index.tsx'
import type { RenderedMail } from '../../server/services/notification/templates/props.ts'
import type { Sample } from './samples.ts'

/** A mail of a class people can do without says in its foot how. */
export const write = ({ template, props }: Sample): Promise<RenderedMail> =>
  render(template, props, isOptional(mailClasses[template]) ? `${props.site}/unsubscribe?token=sample` : null)

/** A page pinned to one scheme; `auto` leaves it to the system. A frame hears nothing of what is pinned around it. */
export const inScheme = (html: string, scheme: string): string =>
  scheme === 'auto'
    ? html
    : html.replace(/\(prefers-color-scheme:\s*dark\)/g, scheme === 'dark' ? '(min-width: 0)' : '(max-width: -1px)')
