import { getTranslations } from "next-intl/server"
import { ClientForm } from "@/components/clients/client-form"
import { requirePermission, viewer } from "@/components/navigation/permitted"
import { Page } from "@/components/shell/page"
import { createClientAction } from "@/lib/domains/clients/actions"
import { listAssignable } from "@/lib/domains/projects/operations"
import { loadIfAllowed } from "@/lib/kernel/load"

export default async function NewClientPage() {
  await requirePermission("clients:write")
  const [t, person, people] = await Promise.all([
    getTranslations("clients"),
    viewer(),
    loadIfAllowed(listAssignable, {}),
  ])
  return (
    <Page
      title={t("new")}
      subtitle={t("newSubtitle")}
      breadcrumbs={[{ label: t("title"), href: "/clients" }]}
      width="narrow"
    >
      <ClientForm action={createClientAction} currency={person?.currency ?? "USD"} people={people?.items ?? []} />
    </Page>
  )
}
