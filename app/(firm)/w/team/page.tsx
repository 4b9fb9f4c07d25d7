import { Plus } from "lucide-react"
import { getTranslations } from "next-intl/server"
import { permitted, viewer } from "@/components/navigation/permitted"
import { Page } from "@/components/shell/page"
import { MemberTable } from "@/components/team/member-table"
import { LinkButton } from "@/components/ui/button"
import { listMembers } from "@/lib/domains/team/operations"
import { load } from "@/lib/kernel/load"
import { readParams, type SearchParams } from "@/lib/kernel/search-params"

export async function generateMetadata() {
  return { title: (await getTranslations("team"))("title") }
}

export default async function TeamPage({ searchParams }: { searchParams: SearchParams }) {
  const asked = await readParams(listMembers, searchParams)
  const [found, can, me, t] = await Promise.all([
    load(listMembers, { limit: 50, ...asked }),
    permitted(),
    viewer(),
    getTranslations("team"),
  ])
  return (
    <Page
      title={t("title")}
      count={found.count}
      subtitle={t("subtitle")}
      actions={
        can("team:manage") && (
          <LinkButton variant="primary" href="/team/new" icon={Plus}>
            {t("invite")}
          </LinkButton>
        )
      }
    >
      <MemberTable found={found} currency={me?.currency ?? "USD"} mine={me?.id ?? null} />
    </Page>
  )
}
