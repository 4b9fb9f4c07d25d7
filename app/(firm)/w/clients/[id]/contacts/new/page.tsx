import { getTranslations } from "next-intl/server"
import { ContactForm } from "@/components/clients/contact-form"
import { wayTo } from "@/components/clients/way"
import { requirePermission } from "@/components/navigation/permitted"
import { Page } from "@/components/shell/page"
import { readClient } from "@/lib/domains/clients/operations"
import { createContactAction } from "@/lib/domains/contacts/actions"
import { load } from "@/lib/kernel/load"

export default async function NewContactPage({ params }: { params: Promise<{ id: string }> }) {
  await requirePermission("clients:write")
  const client = await load(readClient, { id: (await params).id })
  const t = await getTranslations("contacts")
  return (
    <Page title={t("new")} breadcrumbs={await wayTo(client, "contacts")} width="narrow">
      <ContactForm action={createContactAction} clientId={client.id} />
    </Page>
  )
}
