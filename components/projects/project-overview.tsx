import { getTranslations } from "next-intl/server"
import { RecordTimeline } from "@/components/audit/record-timeline"
import { Hours } from "@/components/ui/hours"
import { Money } from "@/components/ui/money"
import { Panel } from "@/components/ui/panel"
import { StatTile, StatTiles } from "@/components/ui/stat-tile"
import type { Project, ProjectFigures } from "@/lib/domains/projects/schema"
import type { Permission } from "@/lib/kernel/permissions"
import { BudgetTile } from "./budget-tile"
import { ProjectStep } from "./project-step"

type ProjectOverviewProps = {
  project: Project
  figures: ProjectFigures | null
  tasks: { open: number; all: number }
  can: (permission: Permission) => boolean
}

export async function ProjectOverview({ project, figures, tasks, can }: ProjectOverviewProps) {
  const t = await getTranslations("projects")
  const { id, currency, description } = project
  return (
    <>
      <ProjectStep project={project} figures={figures} tasks={tasks} can={can} />
      <StatTiles>
        <StatTile
          label={t("figures.tasks")}
          value={tasks.open}
          note={t("figures.tasksOf", { count: tasks.all })}
          href={`/projects/${id}?tab=tasks`}
        />
        {figures && (
          <>
            <StatTile
              label={t("figures.hours")}
              value={<Hours value={figures.hours} />}
              note={<Money amount={figures.billedAmount} currency={currency} />}
              href={`/projects/${id}?tab=time`}
            />
            <StatTile
              label={t("figures.unbilled")}
              value={<Money amount={figures.unbilledAmount} currency={currency} />}
              note={<Hours value={figures.unbilledHours} />}
            />
          </>
        )}
        {figures && project.budget && (
          <BudgetTile budget={project.budget} used={figures.billedAmount} currency={currency} />
        )}
      </StatTiles>
      {description && (
        <Panel title={t("about")}>
          <p className="whitespace-pre-line">{description}</p>
        </Panel>
      )}
      <RecordTimeline subjectId={id} />
    </>
  )
}
