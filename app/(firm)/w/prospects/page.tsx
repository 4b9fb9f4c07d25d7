import { Plus } from "lucide-react"
import { getTranslations } from "next-intl/server"
import { permitted } from "@/components/navigation/permitted"
import { ProspectBoard } from "@/components/prospects/prospect-board"
import { NoProspects, ProspectList } from "@/components/prospects/prospect-list"
import { Page } from "@/components/shell/page"
import { LinkButton } from "@/components/ui/button"
import { Tabs } from "@/components/ui/tabs"
import { listOwners } from "@/lib/domains/leads/operations/leads"
import { listProspects, readBoard } from "@/lib/domains/prospects/operations"
import { load, loadIfAllowed } from "@/lib/kernel/load"
import { paramOf, readParams, type SearchParams } from "@/lib/kernel/search-params"

export default async function ProspectsPage({ searchParams }: { searchParams: SearchParams }) {
  const view = await paramOf(searchParams, "view", ["board", "list"])
  const asked = await readParams(listProspects, searchParams)
  const [page, people, board, may, t] = await Promise.all([
    load(listProspects, view === "list" ? { limit: 50, ...asked } : { limit: 1 }),
    loadIfAllowed(listOwners, {}),
    view === "board" ? load(readBoard, {}) : null,
    permitted(),
    getTranslations("prospects"),
  ])
  const mayWrite = may("prospects:write")
  const actions = mayWrite && (
    <LinkButton href="/prospects/new" variant="primary" icon={Plus}>
      {t("new")}
    </LinkButton>
  )
  const tabs = [
    { href: "/prospects", label: t("board"), current: view === "board" },
    { href: "/prospects?view=list", label: t("list"), current: view === "list" },
  ]
  return (
    <Page title={t("title")} count={page.count} actions={actions} tabs={<Tabs label={t("view")} tabs={tabs} />}>
      {view === "list" ? (
        <ProspectList page={page} filtered={Object.keys(asked).length > 0} owners={people?.owners ?? []} />
      ) : page.count === 0 ? (
        <NoProspects />
      ) : (
        <ProspectBoard columns={board!.columns} mayWrite={mayWrite} />
      )}
    </Page>
  )
}
