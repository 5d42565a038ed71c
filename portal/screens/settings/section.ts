/** What a section of the settings is, and what it is given. */
import type { ComponentType } from 'react'
import type { Permission } from '../../../machines/vocabulary/permissions.ts'
import type { Outputs } from '../../../widget/client/wire.ts'

type Me = Outputs['session']['me']

export interface SectionProps {
  readonly me: Me
  /** The workspace they are in, with their role there. */
  readonly tenant: Me['tenants'][number]
}

export interface Section {
  /** Its address below `/settings`. */
  readonly path: string
  readonly title: string
  /** The permission of whoever opens it; null: it is everybody's. */
  readonly needs: Permission | null
  readonly component: ComponentType<SectionProps>
}
