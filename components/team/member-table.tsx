import { getTranslations } from "next-intl/server"
import { DataTable } from "@/components/ui/data-table"
import { ListToolbar } from "@/components/ui/list-toolbar"
import { Pagination } from "@/components/ui/pagination"
import { NoMatch } from "@/components/ui/state"
import { packRows } from "@/components/ui/table-rows"
import { type Member, memberRoles, memberStatuses } from "@/lib/domains/team/schema"
import { memberVocabulary } from "./vocabulary"

type Found = { items: Member[]; count: number; next: string | null; previous: string | null }

export async function MemberTable({ found, currency, mine }: { found: Found; currency: string; mine: string | null }) {
  const [t, vocabulary] = await Promise.all([getTranslations("team"), memberVocabulary()])
  const rows = found.items.map(({ id, name, email, role, status, hourlyRate, joinedAt }) => [
    id,
    `/team/${id}`,
    [id === mine ? `${name} (${t("you")})` : name, email],
    t(`roles.${role}`),
    hourlyRate && [hourlyRate, currency],
    joinedAt?.slice(0, 10) ?? null,
    status,
  ])
  return (
    <>
      <ListToolbar
        search={t("search")}
        filters={[
          {
            name: "role",
            label: t("filters.role"),
            options: memberRoles.map((value) => ({ value, label: t(`roles.${value}`) })),
          },
          {
            name: "status",
            label: t("filters.status"),
            options: memberStatuses.map((value) => ({ value, label: t(`status.${value}`) })),
          },
        ]}
      />
      {rows.length === 0 ? (
        <NoMatch clearHref="/team" />
      ) : (
        <DataTable
          caption={t("title")}
          columns={[
            { key: "name", label: t("columns.name"), sort: "name" },
            { key: "role", label: t("columns.role") },
            { key: "rate", label: t("columns.rate"), kind: "money", phone: "hide" },
            { key: "joined", label: t("columns.joined"), kind: "day", muted: true, phone: "hide" },
            { key: "status", label: t("columns.status"), kind: "status", vocabulary, phone: "end" },
          ]}
          rows={packRows(rows)}
        />
      )}
      <Pagination next={found.next} previous={found.previous} count={found.count} />
    </>
  )
}
