import { getTranslations } from "next-intl/server"
import type { z } from "zod"
import { DataTable } from "@/components/ui/data-table"
import { ListToolbar } from "@/components/ui/list-toolbar"
import { Pagination } from "@/components/ui/pagination"
import { EmptyState, NoMatch } from "@/components/ui/state"
import { packRows } from "@/components/ui/table-rows"
import type { auditEventOut } from "@/lib/domains/audit/schema"
import { eventWriter } from "./event-text"
import { eventOptions, recordHref } from "./events"

type AuditTableProps = {
  found: { items: z.output<typeof auditEventOut>[]; count: number; next: string | null; previous: string | null }
  people: { id: string; name: string }[]
  narrowed: boolean
}

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

export async function AuditTable({ found, people, narrowed }: AuditTableProps) {
  const [t, write, events] = await Promise.all([getTranslations("audit"), eventWriter(), eventOptions()])
  if (found.count === 0 && !narrowed) return <EmptyState title={t("none")} body={t("noneBody")} />
  const rows = found.items.map((event) => [
    event.id,
    recordHref(event),
    [capitalised(write(event)), event.name],
    event.actorName || t("stranger"),
    event.operation,
    event.at,
  ])
  return (
    <>
      <ListToolbar
        search={t("search")}
        filters={[
          {
            name: "actorId",
            label: t("filters.person"),
            options: people.map(({ id, name }) => ({ value: id, label: name })),
          },
          { name: "name", label: t("filters.event"), options: events },
        ]}
      />
      {rows.length === 0 ? (
        <NoMatch clearHref="/audit" />
      ) : (
        <DataTable
          caption={t("title")}
          columns={[
            { key: "event", label: t("columns.event") },
            { key: "actor", label: t("columns.actor"), kind: "person" },
            { key: "operation", label: t("columns.operation"), muted: true, phone: "hide" },
            { key: "at", label: t("columns.at"), kind: "moment", sort: "at" },
          ]}
          rows={packRows(rows)}
        />
      )}
      <Pagination next={found.next} previous={found.previous} count={found.count} />
    </>
  )
}
