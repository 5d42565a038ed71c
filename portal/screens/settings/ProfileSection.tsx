/** One's own name and address. */
import { ProfileView } from '../../views/settings/ProfileView.tsx'
import type { SectionProps } from './section.ts'

export function ProfileSection({ me: { name, email } }: SectionProps) {
  return <ProfileView name={name} email={email} />
}
