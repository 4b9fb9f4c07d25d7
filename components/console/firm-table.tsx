import { getTranslations } from "next-intl/server"
import { DataTable } from "@/components/ui/data-table"
import { ListToolbar } from "@/components/ui/list-toolbar"
import { Pagination } from "@/components/ui/pagination"
import { EmptyState, NoMatch } from "@/components/ui/state"
import { packRows } from "@/components/ui/table-rows"
import type { PlatformFirm } from "@/lib/domains/platform/schema"
import { firmVocabulary } from "./vocabulary"

type Found = { items: PlatformFirm[]; count: number; next: string | null; previous: string | null }

export async function FirmTable({ found, narrowed }: { found: Found; narrowed: boolean }) {
  const [t, vocabulary] = await Promise.all([getTranslations("platform.firms"), firmVocabulary()])
  if (found.count === 0 && !narrowed) return <EmptyState title={t("none")} body={t("noneBody")} />
  const rows = found.items.map((firm) => [
    firm.id,
    `/platform/firms/${firm.id}`,
    [firm.name, firm.subdomain],
    firm.members,
    firm.clients,
    firm.projects,
    firm.invoices,
    firm.lastActiveAt,
    firm.createdAt.slice(0, 10),
    firm.suspendedAt ? "suspended" : "active",
  ])
  const states = (["active", "suspended"] as const).map((value) => ({ value, label: t(`states.${value}`) }))
  return (
    <>
      <ListToolbar search={t("search")} filters={[{ name: "state", label: t("filters.state"), options: states }]} />
      {rows.length === 0 ? (
        <NoMatch clearHref="/platform" />
      ) : (
        <DataTable
          caption={t("title")}
          columns={[
            { key: "name", label: t("columns.name"), sort: "name" },
            { key: "members", label: t("columns.members"), kind: "number", phone: "hide" },
            { key: "clients", label: t("columns.clients"), kind: "number", phone: "hide" },
            { key: "projects", label: t("columns.projects"), kind: "number", phone: "hide" },
            { key: "invoices", label: t("columns.invoices"), kind: "number", phone: "hide" },
            { key: "lastActive", label: t("columns.lastActive"), kind: "when", sort: "lastActiveAt" },
            { key: "created", label: t("columns.created"), kind: "day", sort: "createdAt", muted: true, phone: "hide" },
            { key: "state", label: t("columns.state"), kind: "status", vocabulary, phone: "end" },
          ]}
          rows={packRows(rows)}
        />
      )}
      <Pagination next={found.next} previous={found.previous} count={found.count} />
    </>
  )
}
