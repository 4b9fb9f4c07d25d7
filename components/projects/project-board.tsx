import { getLocale, getTranslations } from "next-intl/server"
import { Banner } from "@/components/ui/banner"
import { formatDay } from "@/components/ui/format"
import type { Project } from "@/lib/domains/projects/schema"
import { ProjectLanes } from "./project-lanes"

type ProjectBoardProps = { projects: Project[]; count: number; mayWrite: boolean }

/** What is under way, by status; cancelled projects are in the list. */
export async function ProjectBoard({ projects, count, mayWrite }: ProjectBoardProps) {
  const [t, locale] = await Promise.all([getTranslations("projects"), getLocale()])
  const columns = (["planned", "active", "on_hold", "completed"] as const).map((status) => ({
    id: status,
    label: t(`statuses.${status}`),
    cards: projects
      .filter((project) => project.status === status)
      .map(({ id, name, clientName, dueOn, managerName }) => ({
        id,
        title: name,
        href: `/projects/${id}`,
        meta: [clientName, ...(dueOn ? [formatDay(locale, dueOn)] : [])],
        person: managerName ?? undefined,
      })),
  }))
  return (
    <>
      {count > projects.length && <Banner title={t("boardMore", { shown: projects.length, count })} />}
      <ProjectLanes columns={columns} label={t("board")} readOnly={!mayWrite} />
    </>
  )
}
