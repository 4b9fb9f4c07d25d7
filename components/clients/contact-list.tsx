import { getTranslations } from "next-intl/server"
import { LinkButton } from "@/components/ui/button"
import { DataTable } from "@/components/ui/data-table"
import { Panel } from "@/components/ui/panel"
import { EmptyState } from "@/components/ui/state"
import { packRows } from "@/components/ui/table-rows"
import type { Contact } from "@/lib/domains/contacts/schema"

type ContactListProps = { clientId: string; contacts: Contact[]; mayWrite: boolean }

export async function ContactList({ clientId, contacts, mayWrite }: ContactListProps) {
  const t = await getTranslations("contacts")
  const page = `/clients/${clientId}/contacts`
  const add = mayWrite && <LinkButton href={`${page}/new`}>{t("new")}</LinkButton>
  if (contacts.length === 0) return <EmptyState title={t("empty")} body={t("emptyBody")} action={add} />
  const rows = contacts.map(({ id, name, jobTitle, email, phone, isPrimary }) => [
    id,
    mayWrite ? `${page}/${id}` : null,
    [name, isPrimary ? t("primary") : null],
    jobTitle,
    email,
    phone,
  ])
  return (
    <Panel title={t("caption")} actions={add} flush>
      <DataTable
        caption={t("caption")}
        columns={[
          { key: "name", label: t("columns.name") },
          { key: "jobTitle", label: t("columns.jobTitle"), muted: true },
          { key: "email", label: t("columns.email") },
          { key: "phone", label: t("columns.phone") },
        ]}
        rows={packRows(rows)}
      />
    </Panel>
  )
}
