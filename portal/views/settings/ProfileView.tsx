import { Card } from '../../../ui/Card.tsx'

export interface ProfileViewProps {
  name: string
  email: string
}

/** Who one is here. */
export function ProfileView({ name, email }: ProfileViewProps) {
  return (
    <Card title="Profile">
      <p className="font-medium wrap-anywhere">{name}</p>
      <p className="text-ui text-ink-2 wrap-anywhere">{email}</p>
    </Card>
  )
}
