import { getTranslations } from "next-intl/server"
import { requirePermission } from "@/components/navigation/permitted"
import { ProjectForm } from "@/components/projects/project-form"
import { Page } from "@/components/shell/page"
import { LinkButton } from "@/components/ui/button"
import { EmptyState } from "@/components/ui/state"
import { listClientChoices } from "@/lib/domains/clients/operations"
import { createProjectAction } from "@/lib/domains/projects/actions"
import { createProject, listAssignable } from "@/lib/domains/projects/operations"
import { load } from "@/lib/kernel/load"
import { readParams, type SearchParams } from "@/lib/kernel/search-params"

export default async function NewProjectPage({ searchParams }: { searchParams: SearchParams }) {
  await requirePermission("projects:write")
  const [{ clientId }, { all }] = await Promise.all([
    readParams(createProject, searchParams),
    readParams(listClientChoices, searchParams),
  ])
  const [clients, people, t] = await Promise.all([
    load(listClientChoices, { all, clientId }),
    load(listAssignable, {}),
    getTranslations("projects"),
  ])
  const action = <LinkButton href="/clients/new">{t("addClient")}</LinkButton>
  return (
    <Page
      title={t("new")}
      subtitle={t("newSubtitle")}
      breadcrumbs={[{ label: t("title"), href: "/projects" }]}
      width="narrow"
    >
      {clients.results.length === 0 ? (
        <EmptyState title={t("noClientTitle")} body={t("noClientBody")} action={action} />
      ) : (
        <ProjectForm
          action={createProjectAction}
          clients={clients.results}
          clientId={clientId}
          currency={clients.results.find(({ value }) => value === clientId)?.hint ?? clients.results[0]!.hint}
          people={people.items}
        />
      )}
    </Page>
  )
}
