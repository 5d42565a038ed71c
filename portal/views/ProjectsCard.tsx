import { Ellipsis, Pencil, Trash2 } from 'lucide-react'
import { Card } from '../../ui/Card.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { countOf, momentOf } from './amounts.ts'
import type { Project } from './home-types.ts'

export interface ProjectsCardProps {
  projects: readonly Project[]
  limit: number
  nowMs: number
  onRename(id: string): void
  onDelete(id: string): void
}

/** The projects of the workspace; what can be done with one stands behind its dots. */
export function ProjectsCard({ projects, limit, nowMs, onRename, onDelete }: ProjectsCardProps) {
  return (
    <Card title="Projects" count={`${countOf(projects.length)} of ${countOf(limit)}`} flush>
      <table className="w-full text-ui">
        <thead className="text-start text-small text-ink-3">
          <tr>
            <th scope="col" className="px-4 py-2 text-start font-medium tablet:px-5">
              Name
            </th>
            <th scope="col" className="px-3 py-2 text-start font-medium">
              Created
            </th>
            <th scope="col">
              <span className="tn-hidden">Actions</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {projects.map((project) => (
            <tr
              key={project.id}
              className="border-t border-line hover:bg-hover last:[&>:first-child]:rounded-es-card last:[&>:last-child]:rounded-ee-card"
            >
              <th scope="row" className="px-4 py-2.5 text-start font-medium wrap-anywhere tablet:px-5">
                {project.name}
              </th>
              <td className="px-3 text-ink-2 first-letter:uppercase">{momentOf(project.createdAt, nowMs)}</td>
              <td className="pe-2 text-end tablet:pe-4">
                <ProjectMenu project={project} onRename={onRename} onDelete={onDelete} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {projects.length >= limit && (
        <p className="border-t border-line px-4 py-3 text-ui text-ink-2 tablet:px-5">
          All {countOf(limit)} are in use. Delete one you no longer need to make room for another.
        </p>
      )}
    </Card>
  )
}

type ProjectMenuProps = { project: Project } & Pick<ProjectsCardProps, 'onRename' | 'onDelete'>

function ProjectMenu({ project, onRename, onDelete }: ProjectMenuProps) {
  return (
    <Menu
      trigger={
        <button
          type="button"
          aria-label={`Actions for ${project.name}`}
          className="inline-grid size-11 place-items-center rounded-control align-middle text-ink-3 hover:bg-selected data-[state=open]:bg-selected tablet:size-8"
        >
          <Ellipsis size={16} aria-hidden />
        </button>
      }
      items={[
        { label: 'Rename', icon: <Pencil size={15} aria-hidden />, onSelect: () => onRename(project.id) },
        { label: 'Delete', icon: <Trash2 size={15} aria-hidden />, danger: true, onSelect: () => onDelete(project.id) },
      ]}
    />
  )
}
