import { Plus } from "lucide-react"
import { getTranslations } from "next-intl/server"
import { LinkButton } from "@/components/ui/button"
import { DataTable } from "@/components/ui/data-table"
import { ListToolbar } from "@/components/ui/list-toolbar"
import { Pagination } from "@/components/ui/pagination"
import { EmptyState, NoMatch } from "@/components/ui/state"
import type { Column } from "@/components/ui/table-cell"
import { packRows, type Row } from "@/components/ui/table-rows"
import type { Prospect } from "@/lib/domains/prospects/schema"
import { stageWords } from "./prospect-words"

type Prospects = { items: Prospect[]; count: number; next: string | null; previous: string | null }
type Props = { page: Prospects; filtered: boolean; owners: { id: string; name: string }[] }

export async function ProspectList({ page, filtered, owners }: Props) {
  const [t, stages] = await Promise.all([getTranslations("prospects"), stageWords()])
  if (page.count === 0 && !filtered) return <NoProspects />
  const columns: Column[] = [
    { key: "company", label: t("field.companyName"), sort: "companyName" },
    { key: "stage", label: t("field.stage"), kind: "status", vocabulary: stages, phone: "end" },
    { key: "value", label: t("field.value"), kind: "money", sort: "estimatedValue" },
    { key: "close", label: t("field.expectedCloseOn"), kind: "day", sort: "expectedCloseOn" },
    { key: "next", label: t("field.nextStep"), muted: true, phone: "hide" },
    { key: "owner", label: t("field.owner"), kind: "person" },
  ]
  const rows: Row[] = page.items.map((prospect) => [
    prospect.id,
    `/prospects/${prospect.id}`,
    [prospect.companyName, prospect.contactName],
    prospect.stage,
    prospect.estimatedValue && [prospect.estimatedValue, prospect.currency],
    prospect.expectedCloseOn,
    prospect.nextStep,
    prospect.ownerName,
  ])
  const filters = [
    {
      name: "stage",
      label: t("field.stage"),
      options: Object.entries(stages).map(([value, { label }]) => ({ value, label })),
    },
    {
      name: "open",
      label: t("filter.open"),
      options: [
        { value: "true", label: t("filter.yes") },
        { value: "false", label: t("filter.no") },
      ],
    },
    { name: "ownerId", label: t("field.owner"), options: owners.map(({ id, name }) => ({ value: id, label: name })) },
  ]
  return (
    <>
      <ListToolbar search={t("search")} filters={filters} />
      {page.count === 0 ? (
        <NoMatch clearHref="/prospects?view=list" />
      ) : (
        <DataTable caption={t("caption")} columns={columns} rows={packRows(rows)} />
      )}
      <Pagination next={page.next} previous={page.previous} count={page.count} />
    </>
  )
}

export async function NoProspects() {
  const t = await getTranslations("prospects.empty")
  return (
    <EmptyState
      title={t("title")}
      body={t("body")}
      action={
        <LinkButton href="/prospects/new" variant="primary" icon={Plus}>
          {t("action")}
        </LinkButton>
      }
    />
  )
}
