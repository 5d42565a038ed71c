/** Create, rename and delete a project: one dialog at a time, open until the server has said yes and the list shows it. */
import { useMutation } from '@tanstack/react-query'
import type { Outputs } from '../../widget/client/wire.ts'
import { api, queries } from '../data/api.ts'
import { problemOf } from '../data/problem.ts'
import { DeleteProjectDialog } from '../views/DeleteProjectDialog.tsx'
import { ProjectDialog } from '../views/ProjectDialog.tsx'

type Project = Outputs['tenant']['home']['projects'][number]
/** What the person asked for. A project that is gone by now is null: the server says so. */
export type Asked = { what: 'create' } | { what: 'rename' | 'delete'; project: Project | null }

export function ProjectDialogs({ tenant, asked, onClose }: { tenant: string; asked: Asked; onClose(): void }) {
  const done = {
    // closed once the list shows it, so that the focus goes back to something that stays
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: api.tenant.home.queryKey({ tenant }) })
      onClose()
    },
  }
  const create = useMutation(api.tenant.createProject.mutationOptions(done))
  const rename = useMutation(api.tenant.renameProject.mutationOptions(done))
  const remove = useMutation(api.tenant.deleteProject.mutationOptions(done))
  const { isPending: busy, error } = { create, rename, delete: remove }[asked.what]
  const state = { busy, problem: error && problemOf(error), onClose }

  if (asked.what === 'create')
    return <ProjectDialog {...state} project={null} onSubmit={({ name }) => create.mutate({ tenant, name })} />
  const { project } = asked
  const id = project?.id ?? ''
  if (asked.what === 'delete')
    return (
      <DeleteProjectDialog
        {...state}
        project={{ name: project?.name ?? 'this project' }}
        onConfirm={() => remove.mutate({ tenant, id })}
      />
    )
  return (
    <ProjectDialog
      {...state}
      project={{ name: project?.name ?? '' }}
      onSubmit={({ name }) => rename.mutate({ tenant, id, name, updatedAt: project?.updatedAt ?? 0 })}
    />
  )
}
