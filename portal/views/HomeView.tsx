import { Plus } from 'lucide-react'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ApiKeyCard } from './ApiKeyCard.tsx'
import { countOf, momentOf } from './amounts.ts'
import { BillingCard, type BillingCardProps } from './BillingCard.tsx'
import type { ActionState, ApiKey, LimitUse, Project, Usage, WaitingItem, Workspace } from './home-types.ts'
import { LimitsCard } from './LimitsCard.tsx'
import { PageHead } from './PageHead.tsx'
import { ProblemView } from './ProblemView.tsx'
import { ProjectsCard } from './ProjectsCard.tsx'
import type { PortalProblem } from './problems.ts'
import { StaleNotice } from './StaleNotice.tsx'
import { UsageCard } from './UsageCard.tsx'
import { useNow } from './useNow.ts'
import { WaitingBand } from './WaitingBand.tsx'
import { WaitingView } from './WaitingView.tsx'

/** The home page once its data is there. */
export interface HomeProps {
  workspace: Workspace
  waitingOnYou: readonly WaitingItem[]
  waitingOnUs: readonly WaitingItem[]
  usage: Usage
  limits: readonly LimitUse[]
  projects: readonly Project[]
  projectLimit: number
  /** What it costs; it comes by itself, and may be late or fail by itself. Null for whom it is not open to. */
  billing: BillingCardProps | null
  /** Null where there is none, and for whom it is not open to. */
  apiKey: ApiKey | null
  /** Address of a request that proves a key works. */
  pingUrl: string
  /** Why what is shown is from before; null while it is fresh. */
  stale?: PortalProblem | null
  /** Showing the key. */
  keyAction: ActionState
  /** Default: the clock. */
  nowMs?: number
  onNewProject(): void
  onRename(id: string): void
  onDelete(id: string): void
  onRevealKey(): void
}

export type HomeViewProps =
  | { state: 'waiting' }
  | { state: 'problem'; problem: PortalProblem; busy: boolean; onRetry(): void }
  | ({ state: 'ready' } & HomeProps)

/** The first page inside: who waits on whom, what is used, what there is. */
export function HomeView(props: HomeViewProps) {
  if (props.state === 'waiting') return <WaitingView label="your workspace" />
  if (props.state === 'problem') {
    return <ProblemView problem={props.problem} busy={props.busy} onRetry={props.onRetry} />
  }
  return <Home {...props} />
}

function Home(props: HomeProps) {
  const nowMs = useNow(props.nowMs)
  const { workspace, projects, apiKey, stale } = props
  return (
    <>
      <PageHead
        title={workspace.name}
        facts={`${workspace.planName} plan. Customer since ${momentOf(workspace.since, nowMs)}.`}
        action={projects.length > 0 && <NewProject {...props} kind="outline" />}
      />
      {stale && <StaleNotice problem={stale} />}
      <WaitingBand onYou={props.waitingOnYou} onUs={props.waitingOnUs} setUpSeconds={workspace.setUpSeconds} />
      {projects.length === 0 && <FirstProject {...props} />}
      <div className="grid grid-cols-1 gap-4 tablet:gap-5 desk:grid-cols-[minmax(0,1.42fr)_minmax(0,1fr)]">
        <UsageCard usage={props.usage} pingUrl={props.pingUrl} apiKey={apiKey} />
        <LimitsCard limits={props.limits} />
      </div>
      {projects.length > 0 && (
        <ProjectsCard
          projects={projects}
          limit={props.projectLimit}
          nowMs={nowMs}
          onRename={props.onRename}
          onDelete={props.onDelete}
        />
      )}
      {props.billing && <BillingCard {...props.billing} />}
      {apiKey && <ApiKeyCard apiKey={apiKey} nowMs={nowMs} action={props.keyAction} onReveal={props.onRevealKey} />}
    </>
  )
}

function FirstProject(props: HomeProps) {
  const { workspace, projectLimit } = props
  return (
    <EmptyState title="Create your first project" actions={<NewProject {...props} kind="primary" />}>
      A project holds the data of one site or app. You can have {countOf(projectLimit)} on {workspace.planName}, and
      move them when you change plan.
    </EmptyState>
  )
}

type NewProjectProps = Pick<HomeProps, 'projects' | 'projectLimit' | 'onNewProject'> & { kind: 'primary' | 'outline' }

/** Stays in its place when the limit is reached; the list of projects says why and what to do. */
function NewProject({ projects, projectLimit, onNewProject, kind }: NewProjectProps) {
  const full = projects.length >= projectLimit
  return (
    <Button kind={kind} off={full} onClick={onNewProject}>
      <Plus size={15} strokeWidth={1.75} aria-hidden />
      New project
    </Button>
  )
}
