import { getTranslations } from "next-intl/server"
import { ContactForm } from "@/components/clients/contact-form"
import { wayTo } from "@/components/clients/way"
import { requirePermission } from "@/components/navigation/permitted"
import { Page } from "@/components/shell/page"
import { ConfirmDialog } from "@/components/ui/confirm-dialog"
import { deleteContactAction, updateContactAction } from "@/lib/domains/contacts/actions"
import { readContact } from "@/lib/domains/contacts/operations"
import { load } from "@/lib/kernel/load"

export default async function EditContactPage({ params }: { params: Promise<{ contactId: string }> }) {
  await requirePermission("clients:write")
  const contact = await load(readContact, { id: (await params).contactId })
  const { id, name, clientId, clientName } = contact
  const t = await getTranslations("contacts")
  return (
    <Page
      title={name}
      breadcrumbs={await wayTo({ id: clientId, name: clientName }, "contacts")}
      more={[{ label: t("delete"), dialog: "delete", danger: true }]}
      width="narrow"
    >
      <ContactForm action={updateContactAction} clientId={clientId} contact={contact} />
      <ConfirmDialog
        id="delete"
        title={t("deleteTitle", { name })}
        confirm={t("delete")}
        action={deleteContactAction}
        values={{ id }}
      >
        <p>{t("deleteBody")}</p>
      </ConfirmDialog>
    </Page>
  )
}
