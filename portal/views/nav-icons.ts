import { Bell, CreditCard, Folder, House, KeyRound, LifeBuoy, Settings2, Users } from 'lucide-react'

/** The pictures a navigation item may have, by the name a screen knows. */
export const navIcons = {
  home: House,
  projects: Folder,
  team: Users,
  billing: CreditCard,
  settings: Settings2,
  notifications: Bell,
  keys: KeyRound,
  help: LifeBuoy,
} as const

export type NavIcon = keyof typeof navIcons
