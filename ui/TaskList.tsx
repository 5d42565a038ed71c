import { Glyph, type Role } from './Glyph.tsx'

export interface Task {
  key: string
  label: string
  role: Role
  /** How far, how long, which try. */
  note?: string
}

/** Named work in order, each with who has the ball. */
export function TaskList({ tasks, label }: { tasks: readonly Task[]; label: string }) {
  return (
    <ul className="tn-tasks" aria-label={label}>
      {tasks.map((task) => (
        <li key={task.key} data-role={task.role}>
          <Glyph role={task.role} />
          <span>{task.label}</span>
          {task.note && <small>{task.note}</small>}
        </li>
      ))}
    </ul>
  )
}
