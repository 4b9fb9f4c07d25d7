import Link from "next/link"
import { getLocale, getTranslations } from "next-intl/server"
import { projectVocabulary } from "@/components/projects/vocabulary"
import { StatusBadge } from "@/components/ui/badge"
import { formatDay } from "@/components/ui/format"
import { Progress } from "@/components/ui/progress"
import type { PortalOverview } from "@/lib/domains/home/schema"

/** The client's running projects with how far each has come. */
export async function OurProjects({ projects }: { projects: PortalOverview["projects"] }) {
  const [t, locale, vocabulary] = await Promise.all([getTranslations("home.portal"), getLocale(), projectVocabulary()])
  return (
    <section className="grid gap-3" aria-labelledby="projects">
      <h2 id="projects" className="text-lg">
        {t("projects")}
      </h2>
      {projects.length === 0 && <p className="text-muted">{t("noProjects")}</p>}
      <ul className="grid gap-3 sm:grid-cols-2">
        {projects.map(({ id, name, status, dueOn, done, tasks }) => (
          <li key={id}>
            <Link href={`/projects/${id}`} prefetch={false} className="panel grid h-full gap-3 p-4 hover:bg-sunken">
              <span className="flex items-start justify-between gap-3">
                <span className="font-semibold wrap-anywhere">{name}</span>
                <StatusBadge status={status} vocabulary={vocabulary} />
              </span>
              <span className="grid gap-1.5 text-sm text-muted">
                {tasks > 0 && <Progress value={done} max={tasks} label={t("progress", { done, tasks })} />}
                <span className="flex justify-between gap-3">
                  <span>{tasks > 0 ? t("progress", { done, tasks }) : t("noSteps")}</span>
                  {dueOn && <span>{t("due", { day: formatDay(locale, dueOn) })}</span>}
                </span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
