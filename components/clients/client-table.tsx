import { Plus } from "lucide-react"
import { getTranslations } from "next-intl/server"
import { LinkButton } from "@/components/ui/button"
import { DataTable } from "@/components/ui/data-table"
import { ListToolbar } from "@/components/ui/list-toolbar"
import { Pagination } from "@/components/ui/pagination"
import { EmptyState, NoMatch } from "@/components/ui/state"
import { packRows } from "@/components/ui/table-rows"
import { type Client, clientStatuses } from "@/lib/domains/clients/schema"
import { clientVocabulary } from "./vocabulary"

type ClientTableProps = {
  found: { items: Client[]; count: number; next: string | null; previous: string | null }
  /** Whether search or filters narrow the list. */
  narrowed: boolean
  mayCreate: boolean
}

export async function ClientTable({ found, narrowed, mayCreate }: ClientTableProps) {
  const [t, vocabulary] = await Promise.all([getTranslations("clients"), clientVocabulary()])
  if (found.count === 0 && !narrowed)
    return (
      <EmptyState
        title={t("empty")}
        body={t("emptyBody")}
        action={
          mayCreate && (
            <LinkButton variant="primary" href="/clients/new" icon={Plus}>
              {t("new")}
            </LinkButton>
          )
        }
      />
    )
  const rows = found.items.map(({ id, name, email, phone, currency, status, createdAt }) => [
    id,
    `/clients/${id}`,
    [name, email],
    phone,
    currency,
    status,
    createdAt.slice(0, 10),
  ])
  return (
    <>
      <ListToolbar
        search={t("search")}
        filters={[
          {
            name: "status",
            label: t("filters.status"),
            options: clientStatuses.map((value) => ({ value, label: t(`statuses.${value}`) })),
          },
        ]}
      />
      {found.items.length === 0 ? (
        <NoMatch clearHref="/clients" />
      ) : (
        <DataTable
          caption={t("caption")}
          columns={[
            { key: "name", label: t("columns.name"), sort: "name" },
            { key: "phone", label: t("columns.phone"), muted: true, phone: "hide" },
            { key: "currency", label: t("columns.currency"), muted: true, phone: "hide" },
            { key: "status", label: t("columns.status"), kind: "status", vocabulary, phone: "end" },
            { key: "since", label: t("columns.since"), kind: "day", sort: "createdAt", muted: true, phone: "hide" },
          ]}
          rows={packRows(rows)}
        />
      )}
      <Pagination next={found.next} previous={found.previous} count={found.count} />
    </>
  )
}
