import { Plus } from "lucide-react"
import { getTranslations } from "next-intl/server"
import { permitted } from "@/components/navigation/permitted"
import { ProjectList } from "@/components/projects/project-list"
import { Page } from "@/components/shell/page"
import { LinkButton } from "@/components/ui/button"
import { listAssignable, listProjects } from "@/lib/domains/projects/operations"
import { load } from "@/lib/kernel/load"
import { paramOf, readParams, type SearchParams } from "@/lib/kernel/search-params"

export default async function ProjectsPage({ searchParams }: { searchParams: SearchParams }) {
  const [view, asked] = await Promise.all([
    paramOf(searchParams, "view", ["list", "board"]),
    readParams(listProjects, searchParams),
  ])
  const board = { status: ["planned", "active", "on_hold", "completed"] as const, limit: 100, cursor: undefined }
  const [found, people, can, t] = await Promise.all([
    load(listProjects, { limit: 50, ...asked, ...(view === "board" ? { ...board, status: [...board.status] } : {}) }),
    load(listAssignable, {}),
    permitted(),
    getTranslations("projects"),
  ])
  const narrowed = Boolean(asked.q || asked.status || asked.clientId || asked.managerId)
  const mayWrite = can("projects:write")
  return (
    <Page
      title={t("title")}
      count={found.count}
      actions={
        mayWrite && (
          <LinkButton variant="primary" href="/projects/new" icon={Plus}>
            {t("new")}
          </LinkButton>
        )
      }
    >
      <ProjectList found={found} view={view} people={people.items} narrowed={narrowed} mayWrite={mayWrite} />
    </Page>
  )
}
