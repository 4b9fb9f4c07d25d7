import { getTranslations } from "next-intl/server"
import { requirePermission } from "@/components/navigation/permitted"
import { ProjectForm } from "@/components/projects/project-form"
import { Page } from "@/components/shell/page"
import { updateProjectAction } from "@/lib/domains/projects/actions"
import { listAssignable, readProject } from "@/lib/domains/projects/operations"
import { load } from "@/lib/kernel/load"

export default async function EditProjectPage({ params }: { params: Promise<{ id: string }> }) {
  await requirePermission("projects:write")
  const { id } = await params
  const [project, people, t] = await Promise.all([
    load(readProject, { id }),
    load(listAssignable, {}),
    getTranslations("projects"),
  ])
  const way = [
    { label: t("title"), href: "/projects" },
    { label: project.name, href: `/projects/${id}` },
  ]
  return (
    <Page title={t("editTitle")} breadcrumbs={way} width="narrow">
      <ProjectForm
        action={updateProjectAction}
        project={project}
        clients={[]}
        currency={project.currency}
        people={people.items}
      />
    </Page>
  )
}
