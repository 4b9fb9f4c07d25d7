import { getTranslations } from "next-intl/server"
import { EngagementForm } from "@/components/clients/engagement-form"
import { wayTo } from "@/components/clients/way"
import { requirePermission } from "@/components/navigation/permitted"
import { Page } from "@/components/shell/page"
import { readClient } from "@/lib/domains/clients/operations"
import { createEngagementAction } from "@/lib/domains/engagements/actions"
import { load } from "@/lib/kernel/load"

export default async function NewEngagementPage({ params }: { params: Promise<{ id: string }> }) {
  await requirePermission("clients:write")
  const client = await load(readClient, { id: (await params).id })
  const t = await getTranslations("engagements")
  return (
    <Page
      title={t("new")}
      subtitle={t("newSubtitle", { name: client.name })}
      breadcrumbs={await wayTo(client, "engagements")}
      width="narrow"
    >
      <EngagementForm action={createEngagementAction} clientId={client.id} />
    </Page>
  )
}
