/** The settings: a list of sections, and the one that is open. Each has an address of its own below `/settings`. */
import { Redirect, Route, Switch, useLocation } from 'wouter'
import { NoPermissionView } from '../../views/NoPermissionView.tsx'
import { NotFoundView } from '../../views/NotFoundView.tsx'
import { SettingsView } from '../../views/settings/SettingsView.tsx'
import { whoMay } from '../names.ts'
import type { SectionProps } from './section.ts'
import { isOpenTo, sections } from './sections.ts'

/** To be shown in a route that nests: addresses here begin after `/settings`. */
export function SettingsScreen({ me, tenant }: SectionProps) {
  const [path, go] = useLocation()
  const open = path.split('/')[1]
  return (
    <SettingsView
      sections={sections
        .filter((section) => isOpenTo(section, tenant.role))
        .map(({ path, title }) => ({ title, href: `/portal/settings/${path}`, current: path === open }))}
      onNavigate={(href) => go(href.replace('/portal/settings', ''))}
    >
      <Switch>
        <Route path="/">
          <Redirect to={`/${sections[0]!.path}`} replace />
        </Route>
        {sections.map((section) => (
          <Route key={section.path} path={`/${section.path}`} nest>
            {isOpenTo(section, tenant.role) ? (
              <section.component me={me} tenant={tenant} />
            ) : (
              <NoPermissionView what={section.title} who={whoMay(section.needs!)} />
            )}
          </Route>
        ))}
        <Route>
          <NotFoundView />
        </Route>
      </Switch>
    </SettingsView>
  )
}
