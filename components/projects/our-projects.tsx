import { getTranslations } from "next-intl/server"
import { StatusBadge } from "@/components/ui/badge"
import { Pagination } from "@/components/ui/pagination"
import { Progress } from "@/components/ui/progress"
import { EmptyState } from "@/components/ui/state"
import type { OurProject } from "@/lib/domains/projects/schema"
import { projectVocabulary } from "./vocabulary"

type OurProjectsProps = {
  found: { items: OurProject[]; count: number; next: string | null; previous: string | null }
}

/** A client's projects as cards: how far each is, in words and as a bar. */
export async function OurProjects({ found }: OurProjectsProps) {
  const [t, vocabulary] = await Promise.all([getTranslations("projects.portal"), projectVocabulary()])
  if (found.count === 0) return <EmptyState title={t("empty")} body={t("emptyBody")} />
  return (
    <>
      <ul className="grid gap-4 sm:grid-cols-2">
        {found.items.map(({ id, name, status, taskCount, doneCount }) => (
          <li key={id} className="panel relative grid content-start gap-3 p-5">
            <div className="flex flex-wrap items-start justify-between gap-2">
              <h2 className="text-lg font-medium">
                <a className="after:absolute after:inset-0" href={`/projects/${id}`}>
                  {name}
                </a>
              </h2>
              <StatusBadge status={status} vocabulary={vocabulary} />
            </div>
            <p className="text-sm text-muted">
              {taskCount > 0 ? t("progress", { done: doneCount, count: taskCount }) : t("noTasks")}
            </p>
            {taskCount > 0 && <Progress label={name} value={doneCount} max={taskCount} />}
          </li>
        ))}
      </ul>
      <Pagination next={found.next} previous={found.previous} count={found.count} />
    </>
  )
}
