/** Writes a sample by the templates that write every mail. */
import { isOptional, mailClasses } from '../../machines/vocabulary/notices.ts'
import { render } from '../../server/services/notification/templates/index.tsx'
import type { RenderedMail } from '../../server/services/notification/templates/props.ts'
import type { Sample } from './samples.ts'

/** A mail of a class people can do without says in its foot how. */
export const write = ({ template, props }: Sample): Promise<RenderedMail> =>
  render(template, props, isOptional(mailClasses[template]) ? `${props.site}/unsubscribe?token=sample` : null)
