import { Plus } from "lucide-react"
import { getTranslations } from "next-intl/server"
import { LinkButton } from "@/components/ui/button"
import { DataTable } from "@/components/ui/data-table"
import { ListToolbar } from "@/components/ui/list-toolbar"
import { Pagination } from "@/components/ui/pagination"
import { EmptyState, NoMatch } from "@/components/ui/state"
import { type Column } from "@/components/ui/table-cell"
import { packRows, type Row } from "@/components/ui/table-rows"
import type { Lead } from "@/lib/domains/leads/schema"
import { leadStates, sourceName } from "./lead-words"

type Leads = { items: Lead[]; count: number; next: string | null; previous: string | null }
type LeadListProps = { page: Leads; filtered: boolean; owners: { id: string; name: string }[]; mayWrite: boolean }

export async function LeadList({ page, filtered, owners, mayWrite }: LeadListProps) {
  const [t, states, nameOf] = await Promise.all([getTranslations("leads"), leadStates(), sourceName()])
  const columns: Column[] = [
    { key: "company", label: t("field.companyName"), sort: "companyName" },
    { key: "status", label: t("field.status"), kind: "status", vocabulary: states, sort: "status", phone: "end" },
    { key: "email", label: t("field.email"), muted: true },
    { key: "source", label: t("field.source"), muted: true, phone: "hide" },
    { key: "owner", label: t("field.owner"), kind: "person" },
    { key: "created", label: t("field.created"), kind: "when", sort: "createdAt", muted: true },
  ]
  const rows: Row[] = page.items.map((lead) => [
    lead.id,
    `/leads/${lead.id}`,
    [lead.companyName, lead.contactName],
    lead.status,
    lead.email,
    nameOf(lead.source),
    lead.ownerName,
    lead.createdAt,
  ])
  if (page.count === 0 && !filtered)
    return (
      <EmptyState
        title={t("empty.title")}
        body={t("empty.body")}
        action={
          mayWrite && (
            <LinkButton href="/leads/new" variant="primary" icon={Plus}>
              {t("empty.action")}
            </LinkButton>
          )
        }
      />
    )
  const filters = [
    {
      name: "status",
      label: t("field.status"),
      options: Object.entries(states).map(([value, { label }]) => ({ value, label })),
    },
    {
      name: "source",
      label: t("field.source"),
      options: ["form", "website", "referral", "event", "phone", "manual"].map((value) => ({
        value,
        label: nameOf(value),
      })),
    },
    { name: "ownerId", label: t("field.owner"), options: owners.map(({ id, name }) => ({ value: id, label: name })) },
  ]
  return (
    <>
      <ListToolbar search={t("search")} filters={filters} />
      {page.count === 0 ? (
        <NoMatch clearHref="/leads" />
      ) : (
        <DataTable caption={t("caption")} columns={columns} rows={packRows(rows)} />
      )}
      <Pagination next={page.next} previous={page.previous} count={page.count} />
    </>
  )
}
