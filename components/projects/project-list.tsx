import { Plus } from "lucide-react"
import { getTranslations } from "next-intl/server"
import { LinkButton } from "@/components/ui/button"
import { ListToolbar } from "@/components/ui/list-toolbar"
import { Pagination } from "@/components/ui/pagination"
import { EmptyState, NoMatch } from "@/components/ui/state"
import { type Project, projectStatuses } from "@/lib/domains/projects/schema"
import { ProjectBoard } from "./project-board"
import { ProjectRows } from "./project-rows"
import { ViewSwitch } from "./view-switch"

type ProjectListProps = {
  found: { items: Project[]; count: number; next: string | null; previous: string | null }
  view: "list" | "board"
  people: { id: string; name: string }[]
  narrowed: boolean
  mayWrite: boolean
}

export async function ProjectList({ found, view, people, narrowed, mayWrite }: ProjectListProps) {
  const t = await getTranslations("projects")
  if (found.count === 0 && !narrowed)
    return (
      <EmptyState
        title={t("empty")}
        body={t("emptyBody")}
        action={
          mayWrite && (
            <LinkButton variant="primary" href="/projects/new" icon={Plus}>
              {t("new")}
            </LinkButton>
          )
        }
      />
    )
  const statuses = {
    name: "status",
    label: t("filters.status"),
    multiple: true,
    options: projectStatuses.map((value) => ({ value, label: t(`statuses.${value}`) })),
  }
  const managers = {
    name: "managerId",
    label: t("filters.manager"),
    options: people.map(({ id, name }) => ({ value: id, label: name })),
  }
  return (
    <>
      <ListToolbar search={t("search")} filters={view === "board" ? [managers] : [statuses, managers]}>
        <ViewSwitch label={t("views.label")} view={view} words={{ list: t("views.list"), board: t("views.board") }} />
      </ListToolbar>
      {view === "board" ? (
        <ProjectBoard projects={found.items} count={found.count} mayWrite={mayWrite} />
      ) : found.items.length === 0 ? (
        <NoMatch clearHref="/projects" />
      ) : (
        <ProjectRows projects={found.items} />
      )}
      {view === "list" && <Pagination next={found.next} previous={found.previous} count={found.count} />}
    </>
  )
}
