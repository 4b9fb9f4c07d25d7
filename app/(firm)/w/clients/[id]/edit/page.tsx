import { getTranslations } from "next-intl/server"
import { ClientForm } from "@/components/clients/client-form"
import { requirePermission } from "@/components/navigation/permitted"
import { Page } from "@/components/shell/page"
import { updateClientAction } from "@/lib/domains/clients/actions"
import { readClient } from "@/lib/domains/clients/operations"
import { listAssignable } from "@/lib/domains/projects/operations"
import { load, loadIfAllowed } from "@/lib/kernel/load"

export default async function EditClientPage({ params }: { params: Promise<{ id: string }> }) {
  await requirePermission("clients:write")
  const { id } = await params
  const [t, client, people] = await Promise.all([
    getTranslations("clients"),
    load(readClient, { id }),
    loadIfAllowed(listAssignable, {}),
  ])
  const way = [
    { label: t("title"), href: "/clients" },
    { label: client.name, href: `/clients/${id}` },
  ]
  return (
    <Page title={t("editTitle")} breadcrumbs={way} width="narrow">
      <ClientForm action={updateClientAction} client={client} currency={client.currency} people={people?.items ?? []} />
    </Page>
  )
}
