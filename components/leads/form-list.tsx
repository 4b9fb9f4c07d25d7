import { Plus } from "lucide-react"
import { getTranslations } from "next-intl/server"
import type { Vocabulary } from "@/components/ui/badge"
import { LinkButton } from "@/components/ui/button"
import { DataTable } from "@/components/ui/data-table"
import { ListToolbar } from "@/components/ui/list-toolbar"
import { Pagination } from "@/components/ui/pagination"
import { EmptyState, NoMatch } from "@/components/ui/state"
import type { Column } from "@/components/ui/table-cell"
import { packRows, type Row } from "@/components/ui/table-rows"
import type { LeadForm } from "@/lib/domains/leads/schema"

type Forms = { items: LeadForm[]; count: number; next: string | null; previous: string | null }

export async function formStates(): Promise<Vocabulary> {
  const t = await getTranslations("leads.form.state")
  return { active: { label: t("active"), tone: "positive" }, inactive: { label: t("inactive"), tone: "neutral" } }
}

export async function FormList({ page, filtered, mayWrite }: { page: Forms; filtered: boolean; mayWrite: boolean }) {
  const [t, states] = await Promise.all([getTranslations("leads.form"), formStates()])
  const columns: Column[] = [
    { key: "title", label: t("field.title"), sort: "title" },
    { key: "state", label: t("field.state"), kind: "status", vocabulary: states, phone: "end" },
    { key: "leads", label: t("field.leads"), kind: "number" },
  ]
  const rows: Row[] = page.items.map((form) => [
    form.id,
    `/forms/${form.id}`,
    [form.title, form.publicUrl.replace(/^https?:\/\//, "")],
    form.active ? "active" : "inactive",
    form.leadCount,
  ])
  if (page.count === 0 && !filtered)
    return (
      <EmptyState
        title={t("empty.title")}
        body={t("empty.body")}
        action={
          mayWrite && (
            <LinkButton href="/forms/new" variant="primary" icon={Plus}>
              {t("new")}
            </LinkButton>
          )
        }
      />
    )
  return (
    <>
      <ListToolbar search={t("search")} />
      {page.count === 0 ? (
        <NoMatch clearHref="/forms" />
      ) : (
        <DataTable caption={t("caption")} columns={columns} rows={packRows(rows)} />
      )}
      <Pagination next={page.next} previous={page.previous} count={page.count} />
    </>
  )
}
